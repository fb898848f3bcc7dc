import { judge } from '../../src/search/judge.ts'
import { levelAfter, nextChallenger } from '../../src/search/next-challenger.ts'
import { nextMoves } from '../../src/search/next-moves.ts'
import { type Move, type Node, ranked, worth } from '../../src/search/node.ts'
import { type SearchSettings, searchDefaults } from '../../src/search/settings.ts'
import { chanceOf } from './chance.ts'
import { nameOf } from './grammar/genome.ts'
import { type Draft, proposerOf } from './proposer.ts'
import { freshSeeds, on, type Scores, searchSeeds, type World } from './world.ts'

/** What a search found: its winner's scores, none when nothing ran; what it wrote; how many challengers were judged, and accepted. */
export type Found = { winner?: Scores; written: readonly Draft[]; challenges: number; accepted: number }

type Measuring = Pick<World, 'task' | 'measure' | 'confirm'>

/** Programs that each search may write. Runs on fresh seeds are counted beside: they cost no model anything. */
export const budget = 20

export type Program = { node: Node; draft: Draft; scores?: Scores }

const measured = async (world: Measuring, move: Move, draft: Draft, id: string): Promise<Program> => {
  const scores = await world.measure(draft)
  const parent = 'of' in move ? { parent: move.of } : {}
  const ran = scores ? { status: 'ok' as const, values: on(scores.valid, searchSeeds) } : { status: 'failed' as const, values: {} }
  return { node: { id, operator: move.operator, hash: draft.hash, ...parent, ...ran }, draft, ...(scores && { scores }) }
}

/** gal's search: moves one at a time from the search's own scores; at the end challengers are judged on fresh seeds. */
export const treeSearch = async (world: Measuring, repetition: string, change: Partial<SearchSettings> = {}): Promise<Found> => {
  const { grammar, goal } = world.task.dataset
  const settings: SearchSettings = { ...searchDefaults, ...change, goal }
  const random = chanceOf('tree', world.task.name, repetition)
  const proposer = proposerOf(grammar, random)
  const programs = new Map<string, Program>()
  const nodes = () => [...programs.values()].map(({ node }) => node)
  const at = (id: string): Program => {
    const program = programs.get(id)
    if (!program) throw new Error(`no program ${id}`)
    return program
  }
  const tried = () => new Set([...programs.values()].map(({ draft }) => nameOf(draft.genome)))
  let best: string | undefined
  let judged: string[] = []
  let lost = 0
  let gains = 0
  const fresh = async (id: string) => on((await world.confirm(at(id).draft))?.valid ?? {}, freshSeeds)
  const challenger = () => nextChallenger(nodes(), best, judged, settings)
  while (programs.size < budget) {
    for (const move of nextMoves(nodes(), best, settings, 1, random)) {
      const draft = move.operator === 'draft' ? proposer.draft() : proposer[move.operator](at(move.of).draft, tried())
      const id = String(programs.size)
      programs.set(id, await measured(world, move, draft, id))
    }
    best ??= challenger()
  }
  for (let id = challenger(); best !== undefined && id !== undefined; id = challenger()) {
    const { accepted } = judge(await fresh(best), await fresh(id), goal, levelAfter(lost, settings.level))
    judged = [...judged, id]
    lost = accepted ? 0 : lost + 1
    gains += accepted ? 1 : 0
    best = accepted ? id : best
  }
  const winner = best === undefined ? undefined : at(best).scores
  return {
    ...(winner && { winner }),
    written: [...programs.values()].map(({ draft }) => draft),
    challenges: judged.length,
    accepted: gains,
  }
}

/** The best on the search seeds of as many programs as `count`, each written from nothing. */
export const randomSearch = async (world: Measuring, repetition: string, count: number): Promise<Found> => {
  const { grammar, goal } = world.task.dataset
  const proposer = proposerOf(grammar, chanceOf('random', world.task.name, repetition))
  const written = Array.from({ length: count }, () => proposer.draft())
  const programs = await Promise.all(written.map((draft, place) => measured(world, { operator: 'draft' }, draft, String(place))))
  const [first] = ranked(
    programs.map(({ node }) => node),
    goal,
  )
  const winner = programs.find(({ node }) => node.id === first?.id)?.scores
  return { ...(winner && { winner }), written, challenges: 0, accepted: 0 }
}

/** The mean over all seeds on the hidden test, turned so that more is better. */
export const hiddenWorth = (world: Measuring, scores: Scores): number => worth(scores.test, world.task.dataset.goal)
