import type { Block, Inline } from '../text/text-tree.ts'

/** A block with the paragraph that is its caption, where it has one. */
export type Captioned = { block: Block; caption: readonly Inline[] | undefined }

type Paragraph = Extract<Block, { kind: 'paragraph' }>
const isCaption = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph' && block.children[0]?.kind === 'strong'
const isPicture = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && block.children.length === 1 && block.children[0]?.kind === 'image'

/** gal puts a figure's caption below it and a table's above: a paragraph that begins in bold. */
export const withCaptions = (blocks: readonly Block[]): Captioned[] =>
  blocks.flatMap((block, place): Captioned[] => {
    const [before, after] = [blocks[place - 1], blocks[place + 1]]
    if (isPicture(block)) return [{ block, caption: isCaption(after) ? after.children : undefined }]
    if (block.kind === 'table') return [{ block, caption: isCaption(before) ? before.children : undefined }]
    if (isCaption(block) && (isPicture(before) || after?.kind === 'table')) return []
    return [{ block, caption: undefined }]
  })
