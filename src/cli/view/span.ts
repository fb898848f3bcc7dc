import type { Paint, Style } from './paint.ts'
import { clip, widthOf } from './width.ts'

/** A piece of a line in one look. Its text is safe to print. */
export type Span = { text: string; style?: Style }
export type Line = readonly Span[]

const lineWidth = (line: Line): number => line.reduce((sum, { text }) => sum + widthOf(text), 0)

/** A line cut to `columns` cells and painted. */
export const paintLine = (line: Line, columns: number, paint: Paint): string => {
  let left = columns
  let painted = ''
  for (const { text, style } of line) {
    const part = clip(text, left)
    left -= widthOf(part)
    painted += style && part !== '' ? paint(style, part) : part
    if (part !== text) break
  }
  return painted
}

/** Pieces that belong together set side by side, with `gap` cells between them, in as many lines as they need. */
export const flow = (pieces: readonly Line[], columns: number, gap = 2): Line[] => {
  const lines: Span[][] = []
  let used = 0
  for (const piece of pieces) {
    const width = lineWidth(piece)
    const last = lines.at(-1)
    const fits = last !== undefined && used + gap + width <= columns
    if (fits) last.push({ text: ' '.repeat(gap) }, ...piece)
    else lines.push([...piece])
    used = fits ? used + gap + width : width
  }
  return lines
}
