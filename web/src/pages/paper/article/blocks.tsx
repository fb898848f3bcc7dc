import type { ReactNode } from 'react'
import { useWords } from '../../../words/use-words.ts'
import type { Block } from '../text/text-tree.ts'
import { paperWords } from '../words.ts'
import { type Captioned, withCaptions } from './captioned.ts'
import { Inlines } from './inlines.tsx'
import { Scrolled } from './scrolled.tsx'
import { TableBlock } from './table-block.tsx'

/** Headings of a model begin at level 3, because those above are the report's own. */
const Heading = ({ depth, children }: { depth: number; children: ReactNode }) => {
  if (depth <= 3) return <h3>{children}</h3>
  return depth === 4 ? <h4>{children}</h4> : <h5>{children}</h5>
}

const Code = ({ text }: { text: string }) => {
  const { codeOf } = useWords(paperWords)
  return (
    <Scrolled className="code-scroll" label={codeOf}>
      <pre>{text}</pre>
    </Scrolled>
  )
}

const isPictureAlone = (block: Extract<Block, { kind: 'paragraph' }>): boolean =>
  block.children.length === 1 && block.children[0]?.kind === 'image'

const One = ({ block, caption, lead }: Captioned & { lead?: ReactNode }) => {
  const { figureOf } = useWords(paperWords)
  switch (block.kind) {
    case 'heading':
      return (
        <Heading depth={block.depth}>
          <Inlines of={block.children} />
        </Heading>
      )
    case 'paragraph':
      return isPictureAlone(block) ? (
        <figure>
          <Scrolled className="figure-scroll" label={figureOf}>
            <Inlines of={block.children} />
          </Scrolled>
          {caption && (
            <figcaption>
              <Inlines of={caption} />
            </figcaption>
          )}
        </figure>
      ) : (
        <p>
          {lead}
          <Inlines of={block.children} />
        </p>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List className="text-list" start={block.ordered && block.start !== 1 ? block.start : undefined}>
          {block.items.map((item, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item has no name but its place.
            <li key={place}>
              <Blocks of={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks of={block.children} />
        </blockquote>
      )
    case 'code':
      return <Code text={block.text} />
    case 'math':
      return <p className="math block">{block.text}</p>
    case 'table':
      return <TableBlock table={block} caption={caption} />
    case 'rule':
      return <hr />
  }
}

/** Blocks of the report. `lead` stands at the beginning of the first paragraph. */
export const Blocks = ({ of, lead }: { of: readonly Block[]; lead?: ReactNode }) =>
  withCaptions(of).map((captioned, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a block has no name but its place.
    <One key={place} {...captioned} lead={place === 0 ? lead : undefined} />
  ))
