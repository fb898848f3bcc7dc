import { type Move, type Node, ranked, worth } from './node.ts'
import type { SearchSettings } from './settings.ts'

type Scene = { nodes: readonly Node[]; best: string | undefined; settings: SearchSettings; random: () => number }

/** How many repairs in a row led to a program. */
const repairsOf = (node: Node, byId: ReadonlyMap<string, Node>): number => {
  let depth = 0
  for (let at: Node | undefined = node; at?.operator === 'repair'; at = byId.get(at.parent ?? '')) depth++
  return depth
}

/** Failed programs that nobody went on with, whose line of repairs is short enough; of equal ones the first alone. */
const repairable = (nodes: readonly Node[], settings: SearchSettings): Node[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Set(nodes.map(({ parent }) => parent))
  const tried = new Set(nodes.filter(({ id }) => parents.has(id)).map(({ hash }) => hash))
  return nodes.filter(
    (node, place) =>
      node.status === 'failed' &&
      !tried.has(node.hash) &&
      repairsOf(node, byId) < settings.repairDepth &&
      nodes.findIndex(({ hash }) => hash === node.hash) === place,
  )
}

/** One of the items, each as likely as its weight. */
const drawn = <Item>(items: readonly Item[], weightOf: (item: Item, place: number) => number, random: () => number): Item | undefined => {
  const weights = items.map(weightOf)
  const sums = weights.map((_, place) => weights.slice(0, place + 1).reduce((sum, weight) => sum + weight, 0))
  const at = random() * (sums.at(-1) ?? 0)
  return items.find((_, place) => at < (sums[place] ?? 0)) ?? items.at(-1)
}

/**
 * The program to improve: one of the few best, the better the likelier, and half as likely for each attempt that was made on it
 * already and for each that is planned beside. The best by a noisy score may be lucky, so it does not hold the search alone.
 */
const toImprove = ({ nodes, best, settings, random }: Scene, planned: readonly Move[]): Node | undefined => {
  const all = ranked(nodes, settings.goal)
  const top = worth(all[0]?.values ?? {}, settings.goal)
  // Of several that look equal, what was judged on fresh seeds is the surer one.
  const surer = all.filter(({ id, values }) => id === best && worth(values, settings.goal) === top)
  const few = [...surer, ...all.filter((node) => !surer.includes(node))].slice(0, Math.max(settings.few, planned.length + 1))
  const attempts = (id: string) =>
    nodes.filter(({ parent }) => parent === id).length + 4 * planned.filter((move) => 'of' in move && move.of === id).length
  return drawn(few, ({ id }, place) => 2 ** -place / (1 + attempts(id)), random)
}

const nextMove = (scene: Scene, planned: readonly Move[]): Move => {
  const { nodes, settings, random } = scene
  const drafts = nodes.filter(({ operator }) => operator === 'draft').length + planned.filter(({ operator }) => operator === 'draft').length
  if (drafts < settings.drafts) return { operator: 'draft' }
  const failed = repairable(nodes, settings).filter(({ id }) => !planned.some((move) => 'of' in move && move.of === id))
  const better = toImprove(scene, planned)
  const mended = drawn(failed, () => 1, random)
  if (mended && (!better || random() < settings.repairShare)) return { operator: 'repair', of: mended.id }
  return better ? { operator: 'improve', of: better.id } : { operator: 'draft' }
}

/**
 * What to do next, `count` things side by side. Drafts first; then a failed program is repaired or one of the best is improved;
 * with neither there is another draft. No program is repaired twice, and none is improved twice at once while there are others.
 */
export const nextMoves = (
  nodes: readonly Node[],
  best: string | undefined,
  settings: SearchSettings,
  count: number,
  random: () => number,
): Move[] => {
  const moves: Move[] = []
  while (moves.length < count) moves.push(nextMove({ nodes, best, settings, random }, moves))
  return moves
}
