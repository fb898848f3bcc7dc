export type Goal = 'max' | 'min'

/** A measured number for each seed, by the seed as a text. */
export type BySeed = Readonly<Record<string, number>>

/** A program as the search sees it. */
export type Node = {
  id: string
  /** What it was made from; none for a draft. */
  parent?: string
  operator: 'draft' | 'improve' | 'repair'
  status: 'ok' | 'failed'
  /** The contract's metric on the search seeds; empty when it failed. */
  values: BySeed
  /** Of its files: equal programs have equal hashes. */
  hash: string
}

/** What to do next: write a new program, or mend or better one that is there. */
export type Move = { operator: 'draft' } | { operator: 'repair' | 'improve'; of: string }

/** What a program is worth to the search: the mean over its seeds, turned so that more is better. Minus infinity when it has none. */
export const worth = (values: BySeed, goal: Goal): number => {
  const numbers = Object.values(values)
  if (!numbers.length || !numbers.every(Number.isFinite)) return Number.NEGATIVE_INFINITY
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
  return goal === 'max' ? mean : -mean
}

/** Programs that ran, the best on the search seeds first; of equal programs the first alone. */
export const ranked = (nodes: readonly Node[], goal: Goal): Node[] => {
  const first = new Map(nodes.toReversed().map((node) => [node.hash, node.id]))
  return nodes
    .filter(({ id, hash, status, values }) => status === 'ok' && first.get(hash) === id && worth(values, goal) > Number.NEGATIVE_INFINITY)
    .toSorted((a, b) => worth(b.values, goal) - worth(a.values, goal))
}
