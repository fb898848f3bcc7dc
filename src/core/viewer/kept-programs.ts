import { bestOf, byLead, isCandidate } from './best-program.ts'
import { replaced } from './list.ts'
import { mostMetrics, mostPrograms, mostWithMetrics, type ProgramView, type ViewerState } from './viewer-state.ts'

/** How many of each kind are kept for what they are; beside them the newest, whatever they are. */
const [newest, highest, ofAKind] = [400, 100, 25]

/** What is in front of a program: the one that it improves, the one before that, and so on. */
const ancestorsOf = (program: ProgramView | undefined, programs: readonly ProgramView[]): readonly ProgramView[] => {
  const found: ProgramView[] = []
  let child = program
  while (child?.parent && found.length < ofAKind) {
    const { parent, attempt } = child
    child = programs.findLast((other) => other.id === parent && other.attempt === attempt)
    if (!child || found.includes(child)) break
    found.push(child)
  }
  return found
}

const bestOfEarlier = ({ programs, attempt }: ViewerState): readonly ProgramView[] => {
  const attempts = [...new Set(programs.map((program) => program.attempt))].filter((other) => other !== attempt)
  return attempts.slice(-ofAKind).flatMap((other) => bestOf({ programs, attempt: other }) ?? [])
}

/** Those that stay, whatever their age. */
const needed = (state: ViewerState): readonly ProgramView[] => {
  const { programs, attempt, dataset } = state
  const best = bestOf(state)
  const candidates = programs.filter((program) => program.attempt === attempt && isCandidate(program)).toSorted(byLead)
  return [
    ...candidates.slice(0, highest),
    ...(best ? [best] : []),
    ...ancestorsOf(best, programs),
    ...bestOfEarlier(state),
    ...programs.filter(({ operator }) => operator === 'final').slice(-ofAKind),
    ...programs.filter(({ status }) => status === 'running').slice(-ofAKind),
    ...programs.filter(({ id }) => id === dataset?.program).slice(-1),
  ]
}

/** Without older programs that nothing needs, once there are too many: many at once, so that it is seldom done. */
const cutBack = (state: ViewerState): ViewerState => {
  const { programs, programsLeftOut = 0 } = state
  if (programs.length <= mostPrograms) return state
  const keep = new Set([...needed(state), ...programs.slice(-newest)])
  const kept = programs.filter((program) => keep.has(program))
  return { ...state, programs: kept, programsLeftOut: programsLeftOut + programs.length - kept.length }
}

const light = (program: ProgramView): ProgramView =>
  program.operator === 'final' || program.metrics.length === 0
    ? program
    : { ...program, metrics: [], metricsLeftOut: program.metrics.length }

/** Without the numbers of a program that is neither new nor leads. */
export const lightened = (state: ViewerState, place: number): ViewerState['programs'] => {
  const program = state.programs[place]
  const stays = !program || place >= state.programs.length - mostWithMetrics || program.id === state.best
  return stays ? state.programs : replaced(state.programs, place, light)
}

/** The state after a program was put at the end of its list. */
export const keepingPrograms = (state: ViewerState): ViewerState =>
  cutBack({ ...state, programs: lightened(state, state.programs.length - mostWithMetrics - 1) })

/** The state after the program at a place has ended: without the numbers of the oldest, when all together they are too many. */
export const keepingNumbers = (state: ViewerState, place: number): ViewerState => {
  const { programs, best } = state
  const tooOld = new Set<ProgramView>()
  let numbers = 0
  for (const program of programs.toReversed()) {
    numbers += program.metrics.length
    if (numbers > mostMetrics && program.id !== best && program !== programs[place]) tooOld.add(program)
  }
  return tooOld.size ? { ...state, programs: programs.map((program) => (tooOld.has(program) ? light(program) : program)) } : state
}
