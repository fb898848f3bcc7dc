import type { PatchBlock } from '../patch.ts'

type Hunk = { at: number; gone: number; put: readonly string[] }

/** Lengths of the longest common runs of lines from each pair of places on. */
const commonFrom = (from: readonly string[], to: readonly string[]): number[][] => {
  const table = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0))
  for (let a = from.length - 1; a >= 0; a--)
    for (let b = to.length - 1; b >= 0; b--)
      (table[a] ?? [])[b] = from[a] === to[b] ? 1 + (table[a + 1]?.[b + 1] ?? 0) : Math.max(table[a + 1]?.[b] ?? 0, table[a]?.[b + 1] ?? 0)
  return table
}

const hunksOf = (from: readonly string[], to: readonly string[]): Hunk[] => {
  const common = commonFrom(from, to)
  const hunks: Hunk[] = []
  let [a, b] = [0, 0]
  while (a < from.length || b < to.length) {
    if (a < from.length && b < to.length && from[a] === to[b]) {
      a++
      b++
      continue
    }
    const [startA, startB] = [a, b]
    while ((a < from.length || b < to.length) && !(a < from.length && b < to.length && from[a] === to[b]))
      if (b >= to.length || (a < from.length && (common[a + 1]?.[b] ?? 0) >= (common[a]?.[b + 1] ?? 0))) a++
      else b++
    hunks.push({ at: startA, gone: a - startA, put: to.slice(startB, b) })
  }
  return hunks
}

const isOnce = (lines: readonly string[], start: number, end: number): boolean => {
  const run = lines.slice(start, end)
  return lines.filter((_, at) => at + run.length <= lines.length && run.every((line, place) => line === lines[at + place])).length === 1
}

/** The shortest block for a hunk: its lines, and as many around them as make them stand once. */
const blockOf = (lines: readonly string[], { at, gone, put }: Hunk): PatchBlock => {
  let [start, end] = [at, at + gone]
  const told = () => lines.slice(start, end).some((line) => line.trim() !== '') && isOnce(lines, start, end)
  while (!told() && (start > 0 || end < lines.length)) {
    if (start > 0) start--
    if (!told() && end < lines.length) end++
  }
  return { search: lines.slice(start, end), replace: [...lines.slice(start, at), ...put, ...lines.slice(at + gone, end)] }
}

/** A patch that makes the second text of the first: what an editor who makes no mistakes would write. */
export const patchBetween = (before: string, after: string): PatchBlock[] => {
  const blocks: PatchBlock[] = []
  let lines = before.split('\n')
  let shift = 0
  for (const hunk of hunksOf(lines, after.split('\n'))) {
    const here = { ...hunk, at: hunk.at + shift }
    blocks.push(blockOf(lines, here))
    lines = [...lines.slice(0, here.at), ...here.put, ...lines.slice(here.at + here.gone)]
    shift += here.put.length - here.gone
  }
  return blocks
}

/** Blocks as a model writes them. */
export const writePatch = (blocks: readonly PatchBlock[]): string =>
  blocks.map(({ search, replace }) => ['<<<<<<< SEARCH', ...search, '=======', ...replace, '>>>>>>> REPLACE'].join('\n')).join('\n')
