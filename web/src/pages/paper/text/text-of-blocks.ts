import { type Block, plainText } from './text-tree.ts'

/** The words of blocks, without their marks. */
export const textOfBlocks = (blocks: readonly Block[]): string => blocks.map(wordsOf).join('\n')

const wordsOf = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.children)
    case 'quote':
      return textOfBlocks(block.children)
    case 'list':
      return block.items.map(textOfBlocks).join('\n')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(plainText).join(' | ')).join('\n')
    case 'code':
    case 'math':
      return block.text
    case 'rule':
      return ''
  }
}
