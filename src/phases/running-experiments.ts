import { z } from 'zod'
import { editProgram } from '../agents/commands/edit-program.ts'
import { patchProgram } from '../agents/commands/patch-program.ts'
import { reflect } from '../agents/commands/reflect.ts'
import { scoreProgram } from '../agents/commands/score-program.ts'
import { writeProgram } from '../agents/commands/write-program.ts'
import { tellData } from '../agents/data-module.ts'
import { numberLines } from '../agents/lines.ts'
import { breaches, breachText } from '../core/contract.ts'
import type { DataCard } from '../core/data-card.ts'
import { givenSeeds, isHeldOut } from '../core/given-seeds.ts'
import { phaseAfter } from '../core/kinds.ts'
import type { ReadonlyProgram, ReadonlyState, ReadonlyTurn } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'
import { turnId } from '../core/turn-id.ts'
import { acceptedProgram, bestProgram, digestMetrics, digestProgram, finalRun, programsOf } from './digest.ts'
import { disagreement } from './disagreement.ts'
import { searchOn } from './measured-search.ts'
import { type Ask, type Decision, definePhase, type Order, steps } from './phase.ts'
import { type Fallback, ownOr } from './stand-in.ts'
import { noScore } from './stand-in-forms.ts'
import { fencedProgram } from './stand-in-program.ts'

const write = [writeProgram]
const edit = [writeProgram, patchProgram, editProgram]

const shown = (program: ReadonlyProgram, readText: ReadText) => ({
  code: numberLines(readText(program.code as Text)),
  output: readText(program.output as Text).slice(-4000) || '(none)',
})
const asked = (turns: readonly ReadonlyTurn[], ask: string) => turns.filter((turn) => turn.ask === ask)
const seatOf = (turns: readonly ReadonlyTurn[], program: ReadonlyProgram) => turns.find(({ id }) => id === program.turn)?.seat ?? 0

/** A failed program that nobody has repaired yet and that still may be: its line of repairs is short enough. */
const repairable = (all: readonly ReadonlyProgram[], program: ReadonlyProgram, repairs: number): boolean => {
  if (program.status !== 'failed' || all.some(({ parent, operator }) => operator === 'repair' && parent === program.id)) return false
  let depth = 0
  for (let at: ReadonlyProgram | undefined = program; at?.operator === 'repair'; at = all.find(({ id }) => id === at?.parent)) depth++
  return depth < repairs
}

const context = ({ now }: ReadonlyState, readText: ReadText) => ({
  plan: now.plan === undefined ? '(no plan)' : readText(now.plan as Text),
  dataset: now.card
    ? tellData(now.card as DataCard, now.contract?.metric ?? '')
    : now.dataset
      ? readText(now.dataset.code as Text)
      : '(no data set code)',
})

/** What the rounds need next, in the order: repair what failed, judge what ran, learn from what got better. */
const pending = (state: ReadonlyState, repairs: number, readText: ReadText): Ask[] => {
  const turns = state.phase?.turns ?? []
  const programs = programsOf(state.now)
  const repairing = programs.filter((program) => repairable(programs, program, repairs) && asked(turns, `repair:${program.id}`).length < 2)
  if (repairing.length)
    return repairing.map((program) => ({
      tell: 'repair',
      about: program.id,
      seat: seatOf(turns, program),
      slots: { why: program.why ?? '', ...shown(program, readText) },
    }))
  const unjudged = programs.filter(
    ({ id, status, score }) => status === 'ok' && score === undefined && asked(turns, `score:${id}`).length < 2,
  )
  if (unjudged.length)
    return unjudged.map((program, seat) => ({
      tell: 'score',
      about: program.id,
      seat,
      slots: { plan: context(state, readText).plan, program: digestProgram(program, readText) },
    }))
  const best = bestProgram(state.now)
  if (best?.operator === 'improve' && !asked(turns, `reflect:${best.id}`).length)
    return [{ tell: 'reflect', about: best.id, slots: { measured: digestMetrics(best), score: String(best.score ?? 'none') } }]
  return []
}

const lessonsOf = ({ now }: ReadonlyState): string => now.reflections.map(({ text }) => `- ${text}`).join('\n') || '(none yet)'

/** What engineers are told of what a program measured, and why its numbers may be doubted. */
const measuredBy = (program: ReadonlyProgram): string =>
  [digestMetrics(program), ...(program.flags ?? []).map(({ why }) => `Doubtful: ${why}`)].join('\n')

/** What to ask for where the lab measures: the moves of the search, in words. */
const measured = (state: ReadonlyState, wanted: Parameters<typeof searchOn>[1], readText: ReadText): Decision => {
  const turns = state.phase?.turns ?? []
  const best = acceptedProgram(state.now)
  if (best?.operator === 'improve' && !asked(turns, `reflect:${best.id}`).length)
    return { speak: [{ tell: 'reflect', about: best.id, slots: { measured: measuredBy(best), score: 'accepted on fresh seeds' } }] }
  const found = searchOn(state, wanted)
  if ('run' in found || 'note' in found) return found
  if ('best' in found) return best ? { run: [finalOrder(state, best)] } : { finish: true }
  return {
    speak: found.moves.map((move, seat): Ask => {
      const program = 'of' in move ? state.now.programs[move.of] : undefined
      if (!program || move.operator === 'draft') return { tell: 'draft', seat, slots: context(state, readText) }
      if (move.operator === 'repair')
        return {
          tell: 'repair',
          about: program.id,
          seat,
          slots: { why: program.why ?? 'it measured nothing that could be compared', ...shown(program, readText) },
        }
      const slots = { ...context(state, readText), ...shown(program, readText), measured: measuredBy(program), lessons: lessonsOf(state) }
      return { tell: 'improve', about: program.id, seat, slots }
    }),
  }
}

const noLesson: Fallback = (_state, _turn, said) => ({
  command: 'reflect',
  args: { text: ownOr(said, { min: 20, max: 3000 }, 'Nothing was written down about what made this program better.') },
})

/** The ML engineer writes, repairs and improves programs; a reviewer judges them; the best is run once more in a clean folder. */
export const runningExperiments = definePhase({
  name: 'running-experiments',
  title: 'Running experiments',
  settings: z.strictObject({
    steps,
    rounds: z.int().min(1).max(50).default(3).describe('the first program, then a round of candidates for each further one'),
    programs: z
      .int()
      .min(1)
      .max(500)
      .default(20)
      .describe('programs of a search by measurement, where the lab scores on labels that it keeps'),
    drafts: z.int().min(1).max(100).default(5).describe('programs of such a search that are written from nothing'),
    candidates: z.int().min(1).max(8).default(2).describe('programs written side by side in a round'),
    repairs: z.int().min(0).max(5).default(2).describe('times that a failing program may be repaired'),
  }),
  tells: {
    draft: { role: 'ml-engineer', slots: ['plan', 'dataset'], commands: write, fallback: fencedProgram },
    improve: {
      role: 'ml-engineer',
      slots: ['plan', 'dataset', 'code', 'output', 'measured', 'lessons'],
      commands: edit,
      fallback: fencedProgram,
    },
    repair: { role: 'ml-engineer', slots: ['why', 'code', 'output'], commands: edit, fallback: fencedProgram },
    score: { role: 'reviewer', slots: ['plan', 'program'], commands: [scoreProgram], fallback: noScore },
    reflect: { role: 'ml-engineer', slots: ['measured', 'score'], commands: [reflect], fallback: noLesson },
  },

  decide(state, { rounds, candidates, repairs, programs, drafts: wanted }, readText) {
    const turns = state.phase?.turns ?? []
    if (Object.values(state.now.programs).some(({ operator, status }) => operator === 'final' && status !== 'running'))
      return { finish: true }
    if (isHeldOut(state)) return measured(state, { programs, drafts: wanted, repairs, candidates }, readText)
    const next = pending(state, repairs, readText)
    if (next.length) return { speak: next }
    const best = bestProgram(state.now)
    const drafts = asked(turns, 'draft').length
    const improved = turns.filter(({ ask, repairs: mends }) => ask.startsWith('improve:') && mends === undefined).length
    const round = drafts === 0 ? 0 : 1 + improved / candidates
    if (round >= rounds || (!best && drafts >= rounds)) return best ? { run: [finalOrder(state, best)] } : { finish: true }
    if (!best) return { speak: [{ tell: 'draft', slots: context(state, readText) }] }
    const slots = {
      ...context(state, readText),
      ...shown(best, readText),
      measured: measuredBy(best),
      lessons: lessonsOf(state),
    }
    return { speak: Array.from({ length: candidates }, (_, seat) => ({ tell: 'improve', about: best.id, seat, slots })) }
  },

  missing(state) {
    const { contract } = state.now
    const final = finalRun(state.now)
    if (!final) return { kind: 'failed', why: 'no program ran without an error and measured something' }
    const short = contract ? breaches(contract, final.metrics).map(breachText) : []
    const differs = disagreement(state)
    const why = [...short, ...(differs === undefined ? [] : [differs])].join('; ')
    return why === '' ? undefined : { kind: 'partial', why }
  },
  next: ({ kind }) => phaseAfter(kind, 'running-experiments'),
})

/** The winner once more: everything that the report shows comes from that run. */
const finalOrder = (state: ReadonlyState, best: ReadonlyProgram): Order => {
  const { phase } = state
  const attempt = phase?.attempt ?? 1
  const seeds = givenSeeds(state, 'final')
  const id = turnId('running-experiments', attempt, phase?.turns.length ?? 0, 0)
  return { id, operator: 'final' as const, of: best.id, ...(seeds ? { seeds } : {}) }
}
