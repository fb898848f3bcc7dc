/** Letters put in, left out, changed, or swapped with their neighbour, to make one word of the other (optimal string alignment, Damerau 1964). */
const distance = (from: string, to: string): number => {
  let before: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let line = 1; line <= from.length; line++) {
    const row = [line]
    for (let column = 1; column <= to.length; column++) {
      const change = cell(above, column - 1) + (from[line - 1] === to[column - 1] ? 0 : 1)
      const swapped = line > 1 && column > 1 && from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1]
      const swap = swapped ? cell(before, column - 2) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(change, swap, cell(above, column) + 1, cell(row, column - 1) + 1))
    }
    before = above
    above = row
  }
  return cell(above, to.length)
}

const cell = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY

/** Case, and the choice between - and _, are no mistakes worth counting. */
const plain = (word: string): string => word.toLowerCase().replaceAll('_', '-')

/** No key, command or id is longer; what is, was not mistyped. */
const longest = 100

/**
 * The candidate that was probably meant, for "did you mean": the fewest mistypings away, and at most one for every three letters.
 * The earlier one of equals; nothing when none is near.
 */
export const nearest = (word: string, candidates: readonly string[]): string | undefined => {
  if (word === '' || word.length > longest) return undefined
  const near = candidates
    .filter((candidate) => candidate.length <= longest)
    .map((candidate) => ({ candidate, far: distance(plain(word), plain(candidate)) }))
    .filter(({ candidate, far }) => far <= Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3)))
  return near.sort((a, b) => a.far - b.far)[0]?.candidate
}

/** The candidates that a word is nearest to, the nearest first, at most `most`: for a list that is too long to be told whole. */
export const nearestOf = (word: string, candidates: readonly string[], most: number): string[] => {
  const start = word.slice(0, longest)
  const far = candidates.map((candidate) => ({ candidate, far: distance(plain(start), plain(candidate.slice(0, longest))) }))
  return far
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}
