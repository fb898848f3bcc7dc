import { isSmall } from '../core/small-model.ts'
import type { ReadonlyState } from '../core/state.ts'
import type { Labels } from './labels/index.ts'
import { plain } from './plain.ts'

/** Whether the words came from rules and not from a language model. */
export const isRehearsal = ({ model }: ReadonlyState): boolean => model.startsWith('rehearsal')

const outcomeOf = ({ outcome }: ReadonlyState, labels: Labels): string => {
  if (!outcome) return labels.open
  return outcome.kind === 'complete' ? labels.complete : labels[outcome.kind](plain(outcome.why))
}

/** Who wrote this: a model, or the rules of a rehearsal, said so that nobody misses it. */
export const authorNotice = (state: ReadonlyState, labels: Labels): string => {
  if (isRehearsal(state)) return `> ${labels.rehearsal}`
  if (!state.model) return labels.noModel
  const { parameters } = state
  const named = labels.models(plain(state.model))
  return isSmall(state) ? `${named}. ${labels.small(Math.round((parameters ?? 0) / 1e6))}` : named
}

/** Whether programs that a model wrote ran with nothing to keep them in. */
const isUnsafe = (state: ReadonlyState): boolean =>
  !isRehearsal(state) &&
  [...state.earlier, state.now].some(({ programs }) => Object.values(programs).some(({ sandbox }) => sandbox === 'limits'))

/** What stands above the abstract. `shown` is the attempt that the report is about. */
export const renderFront = (state: ReadonlyState, shown: number, labels: Labels): string[] => {
  const last = state.earlier.length + 1
  return [
    `# ${plain(state.topic)}`,
    authorNotice(state, labels),
    isUnsafe(state) ? `> ${labels.unsafe}` : '',
    outcomeOf(state, labels),
    shown === last ? '' : labels.otherAttempt(shown, last),
  ]
}
