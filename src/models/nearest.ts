/** Single-letter changes that make one word of the other (Levenshtein 1966), by the usual table, one row at a time. */
const distance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [line, letter] of [...from].entries()) {
    const above = row
    row = [line + 1]
    for (let column = 1; column <= to.length; column++) {
      const change = (above[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1)
      row.push(Math.min(change, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1))
    }
  }
  return row.at(-1) ?? 0
}

/** The candidate most like the word, for "did you mean"; nothing when there is none. */
export const nearest = (word: string, candidates: readonly string[]): string | undefined =>
  candidates.map((candidate) => ({ candidate, far: distance(word, candidate) })).sort((a, b) => a.far - b.far)[0]?.candidate
