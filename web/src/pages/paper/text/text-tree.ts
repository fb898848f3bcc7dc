/** What a line of a report is made of. Whatever a model wrote is text in here: nothing of it is ever markup. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis' | 'struck'; children: readonly Inline[] }
  | { kind: 'code' | 'math'; text: string }
  /** http, https, mailto, a file beside the report, or a place on this page. */
  | { kind: 'link'; href: string; children: readonly Inline[] }
  /** The number that a reference has in the list. */
  | { kind: 'cite'; number: number }
  | { kind: 'image'; src: string; alt: string }
  | { kind: 'break' }
  /** A number of the text; `mark` is its place among all traced numbers of the page. */
  | { kind: 'number'; text: string; mark: number }

export type Align = 'left' | 'right' | 'center' | null
export type Block =
  | { kind: 'heading'; depth: number; children: readonly Inline[] }
  | { kind: 'paragraph'; children: readonly Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: readonly (readonly Block[])[] }
  | { kind: 'quote'; children: readonly Block[] }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'math'; text: string }
  | { kind: 'table'; align: readonly Align[]; head: readonly (readonly Inline[])[]; rows: readonly (readonly (readonly Inline[])[])[] }
  | { kind: 'rule' }

/** The words of inlines without their marks; a picture is its alternative text. */
export const plainText = (children: readonly Inline[]): string => children.map(wordsOf).join('')

const wordsOf = (child: Inline): string => {
  switch (child.kind) {
    case 'text':
    case 'code':
    case 'math':
    case 'number':
      return child.text
    case 'strong':
    case 'emphasis':
    case 'struck':
    case 'link':
      return plainText(child.children)
    case 'cite':
      return `[${child.number}]`
    case 'image':
      return child.alt
    case 'break':
      return '\n'
  }
}
