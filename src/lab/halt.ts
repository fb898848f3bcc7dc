import type { Fault } from '../core/fault.ts'
import type { Journal } from './journal.ts'
import type { Parts } from './parts.ts'

/** Why a driver let go of a run before its end. */
export type Halt = { cause: 'pause' | 'stop' | 'question' | 'fault'; why: string; fault?: Fault }

/** What people, or the end of the process, ask of the driver. */
export const haltAsked = ({ state: { stopping, pausing } }: Journal, interrupt: AbortSignal): Halt | undefined => {
  if (stopping) return { cause: 'stop', why: `stopped by ${stopping}` }
  if (pausing) return { cause: 'pause', why: `paused by ${pausing}` }
  return interrupt.aborted ? { cause: 'stop', why: 'interrupted' } : undefined
}

/** Waits for the answer to a question, as long as the settings allow; it may come from any process. */
export const waitForAnswer = async (
  { settings, now }: Parts,
  journal: Journal,
  { id, text }: { id: string; text: string },
  interrupt: AbortSignal,
): Promise<Halt | undefined> => {
  const until = now() + settings.waitSeconds * 1000
  while (!journal.state.questions[id]?.answer) {
    const halt = haltAsked(journal, interrupt)
    if (halt) return halt
    const left = until - now()
    if (left <= 0) return { cause: 'question', why: `waiting for an answer to ${id}: ${text}` }
    await journal.change(left, interrupt)
  }
  return undefined
}
