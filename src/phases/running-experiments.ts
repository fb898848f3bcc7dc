import { z } from 'zod'
import { editProgram } from '../agents/commands/edit-program.ts'
import { reflect } from '../agents/commands/reflect.ts'
import { scoreProgram } from '../agents/commands/score-program.ts'
import { writeProgram } from '../agents/commands/write-program.ts'
import { numberLines } from '../agents/lines.ts'
import type { ReadonlyProgram, ReadonlyState, ReadonlyTurn } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'
import { turnId } from '../core/turn-id.ts'
import { bestProgram, digestMetrics, digestProgram, finalRun, programsOf } from './digest.ts'
import { type Ask, definePhase, steps } from './phase.ts'
import { type Fallback, ownOr } from './stand-in.ts'
import { noScore } from './stand-in-forms.ts'
import { fencedProgram } from './stand-in-program.ts'

const write = [writeProgram]
const edit = [writeProgram, editProgram]

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
  dataset: now.dataset ? readText(now.dataset.code as Text) : '(no data set code)',
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

  decide(state, { rounds, candidates, repairs }, readText) {
    const turns = state.phase?.turns ?? []
    if (Object.values(state.now.programs).some(({ operator, status }) => operator === 'final' && status !== 'running'))
      return { finish: true }
    const next = pending(state, repairs, readText)
    if (next.length) return { speak: next }
    const best = bestProgram(state.now)
    const drafts = asked(turns, 'draft').length
    const improved = turns.filter(({ ask, repairs: mends }) => ask.startsWith('improve:') && mends === undefined).length
    const round = drafts === 0 ? 0 : 1 + improved / candidates
    if (round >= rounds || (!best && drafts >= rounds)) return best ? { run: finalOrder(state, best) } : { finish: true }
    if (!best) return { speak: [{ tell: 'draft', slots: context(state, readText) }] }
    const slots = {
      ...context(state, readText),
      ...shown(best, readText),
      measured: digestMetrics(best),
      lessons: state.now.reflections.map(({ text }) => `- ${text}`).join('\n') || '(none yet)',
    }
    return { speak: Array.from({ length: candidates }, (_, seat) => ({ tell: 'improve', about: best.id, seat, slots })) }
  },

  missing: ({ now }) => (finalRun(now) ? undefined : { kind: 'failed', why: 'no program ran without an error and measured something' }),
  next: () => 'results-interpretation',
})

/** The winner once more: everything that the report shows comes from that run. */
const finalOrder = ({ phase }: ReadonlyState, best: ReadonlyProgram) => {
  const attempt = phase?.attempt ?? 1
  return { id: turnId('running-experiments', attempt, phase?.turns.length ?? 0, 0), operator: 'final' as const, of: best.id }
}
