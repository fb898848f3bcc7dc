import { type Node, ranked, worth } from './node.ts'
import type { SearchSettings } from './settings.ts'

/**
 * The program to run on fresh seeds next, if any: the best on the search seeds, when it is not the best already, has not been
 * judged, and looks better than the best does there. Without a best, the one to begin with, once the drafts are written.
 */
export const nextChallenger = (
  nodes: readonly Node[],
  best: string | undefined,
  judged: readonly string[],
  settings: SearchSettings,
): string | undefined => {
  const hashes = new Set(nodes.filter(({ id }) => id === best || judged.includes(id)).map(({ hash }) => hash))
  const held = nodes.find(({ id }) => id === best)
  if (!held && nodes.filter(({ operator }) => operator === 'draft').length < settings.drafts) return undefined
  const floor = held ? worth(held.values, settings.goal) : Number.NEGATIVE_INFINITY
  return ranked(nodes, settings.goal).find(({ hash, values }) => !hashes.has(hash) && worth(values, settings.goal) > floor)?.id
}

/**
 * The level for the next test against a best that `lost` challengers have failed to beat: four fifths of it for the first, and of
 * what is left for each further one. The levels against one best add up to `level` at most, so noise takes its place with no
 * greater chance, however many come (union bound); a new best begins with a whole level. So a search that judges once, at its
 * end, finds the most: in `bench/search.ts` early challenges spent what a late one would have needed.
 */
export const levelAfter = (lost: number, level: number): number => level * 0.8 * 0.2 ** lost
