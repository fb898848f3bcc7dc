import { deciding } from '../core/contract.ts'
import type { EventOf } from '../core/events/index.ts'
import { freshSeeds } from '../core/given-seeds.ts'
import { seedFrom } from '../core/rng.ts'
import type { ReadonlyProgram, ReadonlyState } from '../core/state.ts'
import { turnId } from '../core/turn-id.ts'
import { judge } from '../search/judge.ts'
import { levelAfter, nextChallenger } from '../search/next-challenger.ts'
import { nextMoves } from '../search/next-moves.ts'
import type { BySeed, Move, Node } from '../search/node.ts'
import { type SearchSettings, searchDefaults } from '../search/settings.ts'
import { acceptedProgram, programsOf } from './digest.ts'
import type { Order } from './phase.ts'

/** What a program measured of the metric that decides, by seed: of the proposed arm, on data that the search may see. */
const valuesOf = ({ now }: ReadonlyState, { metrics }: ReadonlyProgram): BySeed => {
  const { contract } = now
  if (!contract) return {}
  const rows = deciding(
    contract,
    metrics.filter(({ split, arm, seed }) => split !== 'test' && seed !== undefined && (arm === undefined || arm === contract.proposed)),
  )
  const sums = new Map<number, { sum: number; count: number }>()
  for (const { seed = 0, value } of rows) {
    const { sum, count } = sums.get(seed) ?? { sum: 0, count: 0 }
    sums.set(seed, { sum: sum + value, count: count + 1 })
  }
  return Object.fromEntries([...sums].map(([seed, { sum, count }]) => [String(seed), sum / count]))
}

/** A program that named some of its seeds alone has measured nothing that could be compared. */
const isWhole = (values: BySeed, wanted: readonly number[] = []): boolean => wanted.every((seed) => values[String(seed)] !== undefined)

const nodeOf = (state: ReadonlyState, program: ReadonlyProgram): Node => {
  const values = valuesOf(state, program)
  const isRun = program.status === 'ok' && isWhole(values, program.seeds)
  return {
    id: program.id,
    ...(program.parent === undefined ? {} : { parent: program.parent }),
    operator: program.operator as Node['operator'],
    status: isRun ? 'ok' : 'failed',
    values: isRun ? values : {},
    hash: program.hash ?? program.id,
  }
}

const confirmsOf = ({ now }: ReadonlyState): ReadonlyProgram[] =>
  Object.values(now.programs).filter(({ operator }) => operator === 'confirm')

/** Why a program can be no best, whatever it measured: what its numbers say of it makes them worthless. */
const disqualifying: ReadonlySet<string> = new Set(['leak', 'not-finite', 'seeds-ignored'])
const isSound = ({ flags }: ReadonlyProgram): boolean => !flags?.some(({ kind }) => disqualifying.has(kind))

export type Searched =
  | { moves: Move[] }
  | { run: readonly Order[] }
  | { note: readonly EventOf<'program-judge'>[] }
  /** The search is over; `best` is what it came to, if anything ran. */
  | { best: string | undefined }

/** The challenge that is open: both programs on the same fresh seeds, then the test. */
const challenge = (state: ReadonlyState, best: string, program: string, settings: SearchSettings): Searched => {
  const { judgements } = state.now
  const place = judgements.length
  const seeds = freshSeeds(state, place)
  const confirms = confirmsOf(state)
  const ranWith = (of: string) => confirms.find(({ parent, seeds: given }) => parent === of && given?.join() === seeds.join())
  const missing = [best, program].filter((of) => ranWith(of) === undefined)
  const step = state.phase?.turns.length ?? 0
  if (missing.length)
    return {
      run: missing.map((of) => ({
        id: turnId('running-experiments', state.phase?.attempt ?? 1, step, 100 + 2 * place + (of === best ? 0 : 1)),
        operator: 'confirm',
        of,
        seeds,
      })),
    }
  const [held, other] = [best, program].map((of) => {
    const run = ranWith(of)
    return run?.status === 'ok' ? valuesOf(state, run) : {}
  })
  const lost = judgements.length - 1 - judgements.findLastIndex(({ accepted }) => accepted)
  const level = levelAfter(lost, settings.level)
  const { accepted, p, difference, pairs } = judge(held ?? {}, other ?? {}, settings.goal, level)
  return { note: [{ type: 'program-judge', program, best, accepted, p, difference, pairs, level }] }
}

/**
 * The next step of a search by measurement: a challenge when a program looks better than the best, else what to write next, else
 * the end. Chance follows from the run's seed and the number of programs, so that a restart chooses the same.
 */
export const searchOn = (
  state: ReadonlyState,
  wanted: { programs: number; drafts: number; repairs: number; candidates: number },
): Searched => {
  const { contract, judgements } = state.now
  const programs = programsOf(state.now)
  const settings: SearchSettings = {
    ...searchDefaults,
    goal: contract?.goal ?? 'max',
    drafts: Math.min(wanted.drafts, wanted.programs),
    repairDepth: wanted.repairs,
  }
  const best = acceptedProgram(state.now)?.id
  const sound = new Set(programs.filter(isSound).map(({ id }) => id))
  const nodes = programs.map((program) => nodeOf(state, program))
  const judged = judgements.map(({ program }) => program)
  const isOver = programs.length >= wanted.programs
  const challenger = nextChallenger(
    nodes.filter(({ id }) => sound.has(id)),
    best,
    judged,
    // With nothing left to write, what there is has to do.
    isOver ? { ...settings, drafts: 0 } : settings,
  )
  if (challenger !== undefined && best === undefined)
    return { note: [{ type: 'program-judge', program: challenger, accepted: true, pairs: 0 }] }
  // Challenges come last: each costs a share of the level, and one that comes early is spent on a program that a later one beats.
  if (isOver && challenger !== undefined && best !== undefined) return challenge(state, best, challenger, settings)
  if (isOver) return { best }
  let drawn = 0
  const random = () => seedFrom(state.seed, 'moves', state.earlier.length, programs.length, drawn++) / 2 ** 32
  return { moves: nextMoves(nodes, best, settings, Math.min(wanted.candidates, wanted.programs - programs.length), random) }
}
