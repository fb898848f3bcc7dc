import { seedFrom } from '../core/rng.ts'

/** Rows that must stay together, and how many of each class are among them. */
export type Unit = { key: string; classes: ReadonlyMap<string, number> }

const sum = (counts: Iterable<number>): number => {
  let total = 0
  for (const count of counts) total += count
  return total
}

/** What two sums of the same shares may differ by, in rows, and still be called equal. */
const nothing = 1e-9

/**
 * Which part each unit goes to, as its place in `shares` (which add up to 1). The order of units is drawn from the seed and their
 * keys, not from their places. Each goes where its classes are furthest below their share; of equals, where rows are; so every
 * class keeps the shares within about a row, as far as units allow it. It is the chairman assignment problem (Tijdeman 1980,
 * doi 10.1016/0012-365X(80)90269-1) for each class, solved by the largest lack.
 */
export const apportion = (units: readonly Unit[], shares: readonly number[], seed: number): Map<string, number> => {
  const drawn = units
    .map((unit) => ({ unit, order: seedFrom(seed, 'split', unit.key) }))
    .sort((a, b) => a.order - b.order || (a.unit.key < b.unit.key ? -1 : 1))
  const seen = new Map<string, number>()
  const given = shares.map(() => ({ rows: 0, classes: new Map<string, number>() }))
  let rows = 0
  const places = new Map<string, number>()

  for (const { unit } of drawn) {
    const size = sum(unit.classes.values())
    rows += size
    for (const [label, count] of unit.classes) seen.set(label, (seen.get(label) ?? 0) + count)
    const wants = given.map((part, place) => {
      const share = shares[place] ?? 0
      const lacks = [...unit.classes].map(([label, count]) => count * (share * (seen.get(label) ?? 0) - (part.classes.get(label) ?? 0)))
      return { place, part, share, lack: sum(lacks), rowsLacking: share * rows - part.rows }
    })
    const best = wants
      .filter(({ share }) => share > 0)
      .reduce((most, one) => {
        const more = one.lack - most.lack
        return more > nothing || (Math.abs(more) <= nothing && one.rowsLacking > most.rowsLacking + nothing) ? one : most
      })
    for (const [label, count] of unit.classes) best.part.classes.set(label, (best.part.classes.get(label) ?? 0) + count)
    best.part.rows += size
    places.set(unit.key, best.place)
  }
  return places
}
