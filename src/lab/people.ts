import { GalError } from '../core/error.ts'
import type { EventOf, LabEvent } from '../core/events/index.ts'
import { fold, parseEvent } from '../core/events/index.ts'
import { nearest } from '../core/nearest.ts'
import { createState, type RunState } from '../core/state.ts'
import type { EventLog, StoredEvent } from '../store/event-log.ts'

type Input = EventOf<'pause-ask' | 'stop-ask' | 'note-add' | 'answer-give'>

const stateOf = (stored: readonly StoredEvent[]): RunState => fold(createState(), stored)

const checkOpen = (run: string, { outcome }: RunState): void => {
  if (outcome) throw new GalError('run-ended', `the run ${run} has already ended (${outcome.kind})`, `read its report: gal show ${run}`)
}

const checkAnswer = (run: string, { question, answer }: EventOf<'answer-give'>, { questions }: RunState): void => {
  const asked = Object.hasOwn(questions, question) ? questions[question] : undefined
  const open = Object.values(questions).filter((candidate) => !candidate.answer)
  if (!asked)
    throw new GalError(
      'unknown-question',
      `the run ${run} has asked no question ${question}`,
      open.length
        ? `open questions: ${open.map(({ id }) => id).join(', ')}; did you mean ${
            nearest(
              question,
              open.map(({ id }) => id),
            ) ?? open[0]?.id
          }?`
        : 'it has no open question',
    )
  if (asked.answer)
    throw new GalError(
      'already-answered',
      `${asked.answer.by} has already answered ${question}: ${asked.answer.text}`,
      `your answer "${answer.slice(0, 60)}" was not stored; gal note tells the lab more`,
    )
}

/**
 * Puts on the log what a person asks of a run, without the lease, so that it works from any process at any time. Refused
 * when the run has ended, or when somebody answered the question first.
 */
export const tellRun = (log: EventLog, run: string, input: Input): StoredEvent =>
  log.input(run, parseEvent(input as LabEvent), (stored) => {
    const state = stateOf(stored)
    checkOpen(run, state)
    if (input.type === 'answer-give') checkAnswer(run, input, state)
  })
