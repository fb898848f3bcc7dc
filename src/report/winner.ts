import type { ReadonlyAttempt, ReadonlyProgram, ReadonlyState } from '../core/state.ts'
import { byTurn } from '../core/turn-id.ts'

/** The run that every number, figure and table comes from: the attempt's best program, run once more in a clean folder. */
export const winnerOf = ({ programs }: ReadonlyAttempt): ReadonlyProgram | undefined =>
  Object.values(programs)
    .filter(({ operator, status }) => operator === 'final' && status === 'ok')
    .sort((a, b) => byTurn(a.id, b.id))[0]

/** Attempts from the first to the one at work, each with its number from 1. */
export const attemptsOf = ({ earlier, now }: ReadonlyState): { number: number; attempt: ReadonlyAttempt }[] =>
  [...earlier, now].map((attempt, place) => ({ number: place + 1, attempt }))

const isWritten = ({ report }: ReadonlyAttempt) => Object.keys(report.sections).length > 0

/** The attempt that the report is about: the last one of which a section was written, else the one at work. */
export const shownAttempt = (state: ReadonlyState): { number: number; attempt: ReadonlyAttempt } =>
  attemptsOf(state).findLast(({ attempt }) => isWritten(attempt)) ?? { number: state.earlier.length + 1, attempt: state.now }
