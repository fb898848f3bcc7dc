import { roleNames } from '../names.ts'
import { bestOf } from './best-program.ts'
import { type Effects, nothing } from './entry.ts'
import { fieldsIn, headIn, idIn, numberOrNull, oneOf, stringIn, stringOrNull, stringsIn } from './fields.ts'
import { keepingNumbers, keepingPrograms, lightened } from './kept-programs.ts'
import { appended, replaced, thinned } from './list.ts'
import { marked } from './mark.ts'
import { metricsIn } from './metrics.ts'
import { mostScores, type ProgramView, type ViewerState } from './viewer-state.ts'

export const languages = ['javascript', 'python'] as const
const operators = ['dataset', 'try', 'draft', 'improve', 'repair', 'final'] as const

/** Where a program of this attempt is in the list: ids are looked up in the attempt at work alone. −1 when it is not there. */
const placeOf = ({ programs, attempt }: ViewerState, id: unknown): number =>
  programs.findLastIndex((program) => program.id === id && program.attempt === attempt)

/** A program that led until now has its numbers no longer than any other of its age. */
const withoutNumbersOf = (former: string | null, state: ViewerState): ViewerState =>
  former === null || former === state.best ? state : { ...state, programs: lightened(state, placeOf(state, former)) }

const newestScores = mostScores / 3

const keepingScores = (state: ViewerState): ViewerState => {
  const { curve, curveLeftOut = 0 } = state
  if (curve.length <= mostScores) return state
  const withLeads = thinned(curve, ({ best }) => best, newestScores)
  // In a run where nearly every program leads, those that led are too many themselves.
  const kept = withLeads.length > 2.5 * newestScores ? thinned(withLeads, () => false, newestScores) : withLeads
  return { ...state, curve: kept, curveLeftOut: curveLeftOut + curve.length - kept.length }
}

export const programEffects = {
  'program-start': (state, data, { seq, at }) => {
    const id = idIn(data.id)
    const role = oneOf(data.role, roleNames)
    if (!id || !role || placeOf(state, id) >= 0) return state
    const program: ProgramView = {
      id,
      attempt: state.attempt,
      operator: oneOf(data.operator, operators) ?? 'try',
      parent: stringOrNull(data.parent),
      role,
      turn: stringIn(data.turn),
      language: oneOf(data.language, languages) ?? 'javascript',
      status: 'running',
      why: null,
      score: null,
      metrics: [],
      files: [],
      sandbox: '',
      startSeq: seq,
      startedAt: at,
      endSeq: null,
      endedAt: null,
      seconds: null,
      scoreSeq: null,
    }
    return keepingPrograms({ ...state, programs: appended(state.programs, program) })
  },
  'program-end': (state, data, entry) => {
    const place = placeOf(state, data.id)
    if (place < 0) return state
    const ended = {
      ...(data.fault ? { status: 'failed' as const, why: headIn(fieldsIn(data.fault).message) } : { status: 'ok' as const }),
      metrics: metricsIn(data.metrics),
      files: stringsIn(data.files),
      sandbox: stringIn(data.sandbox),
      endSeq: entry.seq,
      endedAt: entry.at,
      seconds: numberOrNull(data.seconds),
    }
    const programs = replaced(state.programs, place, (program) => ({ ...program, ...ended }))
    const after = keepingNumbers({ ...state, programs }, place)
    return ended.status === 'ok' ? after : marked(after, entry, 'fault', ended.why)
  },
  'program-score': (state, data, entry) => {
    const place = placeOf(state, data.id)
    const score = numberOrNull(data.score)
    const { seq, at } = entry
    if (place < 0 || score === null) return state
    const programs = replaced(state.programs, place, (program) => ({ ...program, score, scoreSeq: seq }))
    const best = bestOf({ programs, attempt: state.attempt })?.id ?? null
    const id = stringIn(data.id)
    const leading = best === id && state.best !== id
    const { attempt } = state
    const curve = appended(state.curve, { seq, at, attempt, program: id, score, best: leading })
    const scored = keepingScores(withoutNumbersOf(state.best, { ...state, programs, best, curve }))
    return leading ? marked(scored, entry, 'best', id) : scored
  },
  'reflection-add': nothing,
} satisfies Effects
