import { linkKind } from './safe-link.ts'
import type { Align, Block, Inline } from './text-tree.ts'

/** A node of the parser's tree (mdast), as far as it is read here. */
export type MarkdownNode = {
  type: string
  value?: string
  depth?: number
  url?: string
  alt?: string | null
  lang?: string | null
  ordered?: boolean | null
  start?: number | null
  align?: readonly Align[] | null
  identifier?: string
  checked?: boolean | null
  children?: MarkdownNode[]
}

export type Definitions = ReadonlyMap<string, string>

/** Addresses that are given once and named elsewhere. */
export const definitionsIn = ({ children = [] }: MarkdownNode): Definitions =>
  new Map(children.flatMap(({ type, identifier, url }) => (type === 'definition' && identifier && url ? [[identifier, url] as const] : [])))

const mathInText = /\$(?<body>[^$\s](?:[^$]*[^$\s\\])?)\$(?!\d)/gu

/** `$…$` within a text is a formula; a dollar sign alone is one. */
const withMath = (text: string): Inline[] => {
  const pieces: Inline[] = []
  let from = 0
  for (const match of text.matchAll(mathInText)) {
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) })
    pieces.push({ kind: 'math', text: match.groups?.body ?? '' })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

/** A citation of the report is a link to its references around a number in brackets. */
const citation = /^\[(?<number>\d{1,4})\]$/

const linkOf = (href: string, children: readonly Inline[]): Inline[] => {
  const [only] = children
  const { number } = (children.length === 1 && only?.kind === 'text' && citation.exec(only.text)?.groups) || {}
  if (number !== undefined && href.startsWith('#')) return [{ kind: 'cite', number: Number(number) }]
  return linkKind(href) ? [{ kind: 'link', href, children }] : [...children]
}

const styled = { strong: 'strong', emphasis: 'emphasis', delete: 'struck' } as const

const inlineOf = (node: MarkdownNode, definitions: Definitions): Inline[] => {
  const children = () => inlinesOf(node.children ?? [], definitions)
  switch (node.type) {
    case 'text':
      return withMath(node.value ?? '')
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ kind: styled[node.type], children: children() }]
    case 'inlineCode':
      return [{ kind: 'code', text: node.value ?? '' }]
    case 'break':
      return [{ kind: 'break' }]
    case 'link':
      return linkOf(node.url ?? '', children())
    case 'linkReference':
      return linkOf(definitions.get(node.identifier ?? '') ?? '', children())
    case 'image':
      return [{ kind: 'image', src: node.url ?? '', alt: node.alt ?? '' }]
    case 'footnoteReference':
      return [{ kind: 'text', text: `[${node.identifier ?? ''}]` }]
    default:
      // Raw HTML and whatever else there may be is shown as it was written.
      return node.value === undefined ? children() : [{ kind: 'text', text: node.value }]
  }
}

const inlinesOf = (nodes: readonly MarkdownNode[], definitions: Definitions): Inline[] =>
  nodes.flatMap((node) => inlineOf(node, definitions))

const task = (checked: boolean | null | undefined): Block[] =>
  typeof checked === 'boolean' ? [{ kind: 'paragraph', children: [{ kind: 'text', text: checked ? '☑' : '☐' }] }] : []

const cellsOf = (row: MarkdownNode | undefined, definitions: Definitions) =>
  (row?.children ?? []).map((cell) => inlinesOf(cell.children ?? [], definitions))

/** Four spaces or `$$` on lines of their own hold a formula. */
const paragraphOf = (children: readonly Inline[]): Block => {
  const text = children.every(({ kind }) => kind === 'text')
    ? children.map((child) => (child.kind === 'text' ? child.text : '')).join('')
    : ''
  const { body } = /^\$\$(?<body>[\s\S]+)\$\$$/.exec(text.trim())?.groups ?? {}
  return body === undefined ? { kind: 'paragraph', children } : { kind: 'math', text: body.trim() }
}

const blockOf = (node: MarkdownNode, definitions: Definitions): Block[] => {
  const inner = () => blocksOf(node.children ?? [], definitions)
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', depth: node.depth ?? 3, children: inlinesOf(node.children ?? [], definitions) }]
    case 'paragraph':
      return [paragraphOf(inlinesOf(node.children ?? [], definitions))]
    case 'list':
      return [
        {
          kind: 'list',
          ordered: node.ordered ?? false,
          start: node.start ?? 1,
          items: (node.children ?? []).map((item) => [...task(item.checked), ...blocksOf(item.children ?? [], definitions)]),
        },
      ]
    case 'blockquote':
    case 'footnoteDefinition':
      return [{ kind: 'quote', children: inner() }]
    case 'code':
      return [{ kind: 'code', language: node.lang ?? '', text: node.value ?? '' }]
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    case 'definition':
      return []
    case 'table': {
      const [head, ...rows] = node.children ?? []
      return [
        { kind: 'table', align: node.align ?? [], head: cellsOf(head, definitions), rows: rows.map((row) => cellsOf(row, definitions)) },
      ]
    }
    default:
      return node.value === undefined ? inner() : [{ kind: 'paragraph', children: [{ kind: 'text', text: node.value }] }]
  }
}

export const blocksOf = (nodes: readonly MarkdownNode[], definitions: Definitions): Block[] =>
  nodes.flatMap((node) => blockOf(node, definitions))
