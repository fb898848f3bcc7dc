import { roleNames } from '../names.ts'
import { bestOf, isCompeting } from './best-program.ts'
import { type Effects, nothing, type ViewerEntry } from './entry.ts'
import { fieldsIn, headIn, idIn, lengthIn, numberOrNull, oneOf, stringIn, stringOrNull, stringsIn } from './fields.ts'
import { flagsIn } from './flags.ts'
import { judgementIn } from './judgement.ts'
import { keepingNumbers, keepingPrograms, lightened } from './kept-programs.ts'
import { appended, replaced, thinned } from './list.ts'
import { marked } from './mark.ts'
import { metricsIn } from './metrics.ts'
import { spreadOf } from './spread.ts'
import { mostScores, type ProgramView, type ViewerState } from './viewer-state.ts'

export const languages = ['javascript', 'python'] as const
const operators = ['dataset', 'try', 'draft', 'improve', 'repair', 'confirm', 'final'] as const satisfies readonly ProgramView['operator'][]

/** Where a program of this attempt is in the list: ids are looked up in the attempt at work alone. −1 when it is not there. */
const placeOf = ({ programs, attempt }: ViewerState, id: unknown): number =>
  programs.findLastIndex((program) => program.id === id && program.attempt === attempt)

/** The state with the program that leads now; `id` was scored or judged. One that led until now has its numbers no longer than any other of its age. */
const leading = (state: ViewerState, id: string, entry: ViewerEntry): ViewerState => {
  const best = bestOf(state)?.id ?? null
  if (best === state.best) return state
  const led = { ...state, best }
  const after = state.best === null ? led : { ...led, programs: lightened(led, placeOf(led, state.best)) }
  return best === id ? marked(after, entry, 'best', id) : after
}

const newestScores = mostScores / 3

const keepingScores = (state: ViewerState): ViewerState => {
  const { curve, curveLeftOut = 0 } = state
  if (curve.length <= mostScores) return state
  const withLeads = thinned(curve, ({ best }) => best, newestScores)
  // In a run where nearly every program leads, those that led are too many themselves.
  const kept = withLeads.length > 2.5 * newestScores ? thinned(withLeads, () => false, newestScores) : withLeads
  return { ...state, curve: kept, curveLeftOut: curveLeftOut + curve.length - kept.length }
}

/** Where the lab scores programs on labels that it keeps, their measure stands in the curve and not what somebody thinks of them. */
const isByMeasure = ({ contract }: ViewerState): boolean => contract?.evaluation === 'hold-out'

const withPoint = ({ curve, attempt }: ViewerState, { seq, at }: ViewerEntry, program: string, score: number, best = false) =>
  appended(curve, { seq, at, attempt, program, score, best })

/** The last point of a program of this attempt is one of those that led. */
const withLead = ({ curve, attempt }: ViewerState, id: string): ViewerState['curve'] =>
  replaced(
    curve,
    curve.findLastIndex((point) => point.program === id && point.attempt === attempt),
    (point) => ({ ...point, best: true }),
  )

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
      ...(data.seeds === undefined ? {} : { seeds: lengthIn(data.seeds) }),
    }
    return keepingPrograms({ ...state, programs: appended(state.programs, program) })
  },
  'program-end': (state, data, entry) => {
    const place = placeOf(state, data.id)
    if (place < 0) return state
    const metrics = metricsIn(data.metrics)
    const flags = flagsIn(data.flags)
    const { operator } = state.programs[place] ?? { operator: 'try' as const }
    const spread = state.contract && spreadOf(state.contract, { operator, metrics })
    const ended = {
      ...(data.fault ? { status: 'failed' as const, why: headIn(fieldsIn(data.fault).message) } : { status: 'ok' as const }),
      metrics,
      files: stringsIn(data.files),
      sandbox: stringIn(data.sandbox),
      endSeq: entry.seq,
      endedAt: entry.at,
      seconds: numberOrNull(data.seconds),
      ...(spread ? { spread } : {}),
      ...(flags.length ? { flags } : {}),
    }
    const programs = replaced(state.programs, place, (program) => ({ ...program, ...ended }))
    const curve =
      spread && isByMeasure(state) && isCompeting(operator) ? withPoint(state, entry, stringIn(data.id), spread.mean) : state.curve
    const after = keepingScores(keepingNumbers({ ...state, programs, curve }, place))
    return ended.status === 'ok' ? after : marked(after, entry, 'fault', ended.why)
  },
  'program-score': (state, data, entry) => {
    const place = placeOf(state, data.id)
    const score = numberOrNull(data.score)
    if (place < 0 || score === null) return state
    const programs = replaced(state.programs, place, (program) => ({ ...program, score, scoreSeq: entry.seq }))
    const id = stringIn(data.id)
    const led = leading({ ...state, programs }, id, entry)
    if (isByMeasure(state)) return led
    return keepingScores({ ...led, curve: withPoint(state, entry, id, score, led.best === id && state.best !== id) })
  },
  'program-judge': (state, data, entry) => {
    const place = placeOf(state, data.program)
    if (place < 0) return state
    const judged = judgementIn(data, entry)
    const programs = replaced(state.programs, place, (program) => ({ ...program, judged }))
    const id = stringIn(data.program)
    return leading({ ...state, programs, curve: judged.accepted ? withLead(state, id) : state.curve }, id, entry)
  },
  'reflection-add': nothing,
} satisfies Effects
