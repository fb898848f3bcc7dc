import { type Cite, neutraliseLine } from './inline.ts'
import { cleanText, fenced } from './plain.ts'

const opening = /^(?<indent>\s*)(?<fence>`{3,}(?=[^`]*$)|~{3,})\s*(?<info>[\w+#.-]*)/
const heading = /^(?<before>(?:\s|>|[-*+]\s|\d+[.)]\s)*)(?<marks>#{1,6})(?=\s|$)/
const underline = /^(?<before>[\s>]*)(?<marks>=+|-+)\s*$/
const mathFence = /^\s*\$\$[^$]*$/

/** Headings of a model lie below those of the report, which go down to level 2. */
const demoted = 2

/** Takes the meaning of a heading from a line that underlines the one before; three dashes stay a rule, and formulas the same. */
const withoutUnderline = (line: string, math: boolean): string => {
  const { before = '', marks = '' } = underline.exec(line)?.groups ?? {}
  if (!marks) return line
  if (math) return `${before}{}${marks}`
  return marks.startsWith('---') ? `${before}***` : `${before}\\${marks}`
}

const lowered = (line: string): string => {
  const { before = '', marks = '' } = heading.exec(line)?.groups ?? {}
  return marks ? `${before}${'#'.repeat(Math.min(6, marks.length + demoted))}${line.slice(before.length + marks.length)}` : line
}

const unindented = (lines: readonly string[], most: number): string[] =>
  lines.map((line) => line.slice(Math.min(most, line.length - line.trimStart().length)))

/** Lines between blocks of code. A block of formulas that never ends would swallow the report, so its opening is escaped. */
const neutraliseProse = (lines: readonly string[], cite: Cite): string => {
  const last = lines.filter((line) => mathFence.test(line)).length % 2 === 1 ? lines.findLastIndex((line) => mathFence.test(line)) : -1
  let inside = false
  return lines
    .map((line, place) => {
      const fence = mathFence.test(line)
      if (place === last) return neutraliseLine(line.replace('$$', '\\$\\$'), cite, false)
      if (fence) inside = !inside
      const math = inside || fence
      return neutraliseLine(withoutUnderline(lowered(line), math), cite, math)
    })
    .join('\n')
    .trim()
}

/**
 * Markdown that a model wrote, as Markdown that can stand in a report: see inline.ts for what a line loses. Headings become
 * level 3 and below. Blocks of code are kept to the letter and fenced anew, so that nothing in them or after them escapes.
 */
export const neutralise = (markdown: string, cite: Cite): string => {
  const blocks: string[] = []
  const lines = cleanText(markdown).split('\n')
  let prose: string[] = []
  for (let place = 0; place < lines.length; place += 1) {
    const { fence, indent = '', info = '' } = opening.exec(lines[place] ?? '')?.groups ?? {}
    if (!fence) {
      prose.push(lines[place] ?? '')
      continue
    }
    const closes = (line: string) => line.trim().startsWith(fence) && line.trim() === fence.charAt(0).repeat(line.trim().length)
    const found = lines.findIndex((line, later) => later > place && closes(line))
    const end = found === -1 ? lines.length : found
    blocks.push(neutraliseProse(prose, cite), fenced(unindented(lines.slice(place + 1, end), indent.length).join('\n'), info))
    prose = []
    place = end
  }
  return [...blocks, neutraliseProse(prose, cite)].filter(Boolean).join('\n\n')
}

/** For texts in which nothing is cited: what looks like a citation stays as it was written. */
export const neutraliseUncited = (markdown: string): string =>
  neutralise(markdown, (ids) => `\\[${ids.map((id) => `@${id.replace(/[^\w.:/-]/g, '\\$&')}`).join('; ')}\\]`)
