import { EventType, type ResumeEntry } from '@ag-ui/core'
import { GalError } from '../../core/error.ts'
import type { LabControl } from '../lab-control.ts'
import { by } from './by.ts'
import type { AgUiEvent } from './translate/event.ts'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** An answer in words: a string, or the `answer` of an object; anything else as JSON. */
export const answerIn = (payload: unknown): string => {
  if (typeof payload === 'string') return payload
  if (isObject(payload) && 'answer' in payload) return answerIn(payload.answer)
  return JSON.stringify(payload) ?? ''
}

const moot: ReadonlySet<string> = new Set(['unknown-question', 'already-answered'])

/** What a reader is told of an answer to what was never asked, or was answered by another: the work goes on without it. */
const warningOf = (interruptId: string, { code, message }: GalError): AgUiEvent => ({
  type: EventType.CUSTOM,
  name: 'answer-refused',
  value: { interruptId, code, message },
})

export type Answered = { given: number; abandoned: number; warnings: AgUiEvent[] }

/** Puts the answers on the log. An abandoned question stays open: nobody's word is put in its place. */
export const giveAnswers = async (control: LabControl, run: string, entries: readonly ResumeEntry[]): Promise<Answered> => {
  const warnings: AgUiEvent[] = []
  const resolved = entries.filter(({ status }) => status === 'resolved')
  for (const { interruptId, payload } of resolved) {
    try {
      await control.answer(run, by, interruptId, answerIn(payload))
    } catch (error) {
      if (!(error instanceof GalError && moot.has(error.code))) throw error
      warnings.push(warningOf(interruptId, error))
    }
  }
  return { given: resolved.length - warnings.length, abandoned: entries.length - resolved.length, warnings }
}
