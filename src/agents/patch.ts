import { nearestOf } from '../core/nearest.ts'

/** Lines that are there, and what is to stand in their place. */
export type PatchBlock = { search: readonly string[]; replace: readonly string[] }

const marks = { search: /^<{7} ?SEARCH\s*$/, divider: /^={7}\s*$/, replace: /^>{7} ?REPLACE\s*$/ } as const
const example = '<<<<<<< SEARCH, the lines as they are, =======, the lines as they shall be, >>>>>>> REPLACE'

/**
 * The SEARCH/REPLACE blocks of an answer, in order. What stands around them, fences among it, is left aside. `problem` says in
 * one sentence which block is not whole.
 */
export const readPatch = (answer: string): { blocks: PatchBlock[] } | { problem: string } => {
  const lines = answer.replaceAll('\r\n', '\n').split('\n')
  const blocks: PatchBlock[] = []
  for (let at = 0; at < lines.length; at++) {
    if (!marks.search.test(lines[at] ?? '')) continue
    const divider = lines.findIndex((line, place) => place > at && marks.divider.test(line))
    const end = lines.findIndex((line, place) => place > at && marks.replace.test(line))
    const next = lines.findIndex((line, place) => place > at && marks.search.test(line))
    const broken = (what: string) => ({ problem: `Block ${blocks.length + 1} has no line ${what}; a block is ${example}.` })
    if (end < 0 || (next >= 0 && next < end)) return broken('>>>>>>> REPLACE')
    if (divider < 0 || divider > end) return broken('=======')
    blocks.push({ search: lines.slice(at + 1, divider), replace: lines.slice(divider + 1, end) })
    at = end
  }
  return blocks.length ? { blocks } : { problem: `There is no block to replace anything; a block is ${example}.` }
}

const indentOf = (line: string): string => /^\s*/.exec(line)?.[0] ?? ''
const isBlank = (line: string): boolean => line.trim() === ''
/** A line as it is compared when exact lines were not found: without the spaces around it, and with single ones within. */
const loose = (line: string): string => line.trim().replace(/\s+/g, ' ')

/** Where lines stand in a text: the places of their first line. */
const placesOf = (lines: readonly string[], search: readonly string[], same: (a: string, b: string) => boolean): number[] =>
  lines.flatMap((_, at) =>
    at + search.length <= lines.length && search.every((line, place) => same(line, lines[at + place] ?? '')) ? [at] : [],
  )

/** The replacement moved as far as the lines found are moved against those searched; nothing when they are not all moved alike. */
const moved = (found: readonly string[], { search, replace }: PatchBlock): readonly string[] | undefined => {
  const first = search.findIndex((line) => !isBlank(line))
  const [from, to] = [indentOf(search[first] ?? ''), indentOf(found[first] ?? '')]
  const move = (line: string): string | undefined => {
    if (isBlank(line)) return line
    return line.startsWith(from) ? to + line.slice(from.length) : undefined
  }
  const alike = search.every((line, place) => isBlank(line) || indentOf(move(line) ?? '-') === indentOf(found[place] ?? ''))
  const lines = replace.map(move)
  return alike && lines.every((line) => line !== undefined) ? lines : undefined
}

const listed = (places: readonly number[]): string => {
  const numbers = places.slice(0, 5).map((place) => String(place + 1))
  return places.length > 5
    ? `${numbers.join(', ')} and ${places.length - 5} more`
    : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
}

/** The lines most like those searched: where most of them stand in their order, else where the first has its nearest. */
const nearestLines = (lines: readonly string[], search: readonly string[]): string => {
  const alike = lines.map(
    (_, at) => search.filter((line, place) => !isBlank(line) && loose(line) === loose(lines[at + place] ?? '')).length,
  )
  const most = Math.max(...alike)
  const firstLine = loose(search.find((line) => !isBlank(line)) ?? '')
  const nearest = nearestOf(firstLine, lines.map(loose), 1)[0]
  const at = most > 0 ? alike.indexOf(most) : lines.findIndex((line) => loose(line) === nearest)
  const shown = lines.slice(at, at + Math.min(search.length, 6))
  return shown.map((line, place) => `${at + place + 1}| ${line}`).join('\n')
}

const applyBlock = (text: string, block: PatchBlock, name: string): { text: string } | { problem: string } => {
  const { search, replace } = block
  if (search.every(isBlank))
    return text.trim() === ''
      ? { text: replace.join('\n') }
      : { problem: `${name} has an empty SEARCH, which only an empty file can have; put the lines there that shall be replaced.` }
  const lines = text.split('\n')
  const put = (at: number, replacement: readonly string[]) => ({
    text: [...lines.slice(0, at), ...replacement, ...lines.slice(at + search.length)].join('\n'),
  })
  const exact = placesOf(lines, search, (a, b) => a === b)
  const places = exact.length ? exact : placesOf(lines, search, (a, b) => loose(a) === loose(b))
  const [at] = places
  if (places.length > 1) return { problem: `${name} is found at lines ${listed(places)}; put more of the lines around it into its SEARCH.` }
  if (at !== undefined && exact.length) return put(at, replace)
  const fitted = at === undefined ? undefined : moved(lines.slice(at, at + search.length), block)
  if (at !== undefined && fitted) return put(at, fitted)
  const why = at === undefined ? 'is not found' : 'is indented in another way than the text'
  return { problem: `${name} ${why}; the nearest lines are:\n${nearestLines(lines, search)}` }
}

/**
 * The text after all blocks, each applied to what the one before left: exact lines first, then lines that differ in spaces alone,
 * where these stand once. `problem` says which block could not be applied and shows the nearest lines.
 */
export const applyPatch = (text: string, blocks: readonly PatchBlock[]): { text: string } | { problem: string } => {
  let edited = text
  for (const [place, block] of blocks.entries()) {
    const applied = applyBlock(edited, block, blocks.length === 1 ? 'The block' : `Block ${place + 1} of ${blocks.length}`)
    if ('problem' in applied) return applied
    edited = applied.text
  }
  if (edited === text) return { problem: 'Nothing is changed by this patch.' }
  return edited.trim() === '' ? { problem: 'Nothing would be left after this patch.' } : { text: edited }
}
