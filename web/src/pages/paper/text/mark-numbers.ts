import type { Trace } from '../trace/source.ts'
import type { Inline } from './text-tree.ts'

/** Stands in the text of a passage for what is not text: formulas, code and citations have no numbers to trace. */
const gap = '\ufffc'

/** The text of inlines as numbers are looked for in it: one letter for whatever is not text. */
export const passageText = (children: readonly Inline[]): string => children.map(lettersOf).join('')

const lettersOf = (child: Inline): string => {
  switch (child.kind) {
    case 'text':
    case 'number':
      return child.text
    case 'strong':
    case 'emphasis':
    case 'struck':
    case 'link':
      return passageText(child.children)
    case 'break':
      return '\n'
    case 'code':
    case 'math':
    case 'cite':
    case 'image':
      return gap
  }
}

type Placed = Pick<Trace, 'start' | 'end'> & { mark: number }

const cut = (text: string, from: number, marks: readonly Placed[]): Inline[] => {
  const pieces: Inline[] = []
  let at = 0
  for (const { start, end, mark } of marks) {
    const [first, last] = [Math.max(0, start - from), Math.min(text.length, end - from)]
    if (last <= at || first >= text.length) continue
    if (first > at) pieces.push({ kind: 'text', text: text.slice(at, first) })
    pieces.push({ kind: 'number', text: text.slice(first, last), mark })
    at = last
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) })
  return pieces
}

/** Puts marks around the numbers of a passage; `marks` are places in its passageText, in order. The words stay the same. */
export const markNumbers = (children: readonly Inline[], marks: readonly Placed[]): Inline[] => {
  let place = 0
  const walk = (inlines: readonly Inline[]): Inline[] =>
    inlines.flatMap((child): Inline[] => {
      const from = place
      switch (child.kind) {
        case 'text':
          place += child.text.length
          return cut(child.text, from, marks)
        case 'strong':
        case 'emphasis':
        case 'struck':
        case 'link':
          return [{ ...child, children: walk(child.children) }]
        default:
          place += passageText([child]).length
          return [child]
      }
    })
  return walk(children)
}
