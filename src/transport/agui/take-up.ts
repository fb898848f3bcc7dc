import { GalError } from '../../core/error.ts'
import type { LabControl } from '../lab-control.ts'
import { giveAnswers } from './answers.ts'
import { by } from './by.ts'
import { lastWords, newWords } from './conversation.ts'
import type { RunInput } from './input.ts'
import { keyOfThread } from './thread.ts'
import type { AgUiEvent } from './translate/event.ts'
import { saidBy } from './translate/said.ts'

/** What came of a request: the run to follow, and what its reader is told before anything else. */
export type TakenUp = {
  run: string
  warnings: AgUiEvent[]
  /** The person left the questions aside: there is nothing to wait for. */
  abandoned: boolean
  /** Why nobody works on the run, though somebody should. */
  trouble?: GalError
}

const isDriven = (error: unknown): boolean => error instanceof GalError && error.code === 'run-driven'

const resume = async (control: LabControl, run: string): Promise<void> => {
  try {
    await control.resume(run, by)
  } catch (error) {
    // Another request, or another process, was faster: that is what was wanted.
    if (!isDriven(error)) throw error
  }
}

/** A run that was let go of by nobody's wish is taken up for whoever looks at it, if it can be. */
const resumeIfPossible = async (control: LabControl, run: string): Promise<GalError | undefined> => {
  try {
    await resume(control, run)
    return undefined
  } catch (error) {
    if (error instanceof GalError) return error
    throw error
  }
}

const start = async (control: LabControl, find: (thread: string) => string | undefined, input: RunInput): Promise<string> => {
  const { threadId, messages, gal } = input
  const topic = lastWords(messages)
  if (topic === undefined)
    throw new GalError('bad-topic', `${threadId} is no run, and there is no message of a user to begin one with`, 'say what to study')
  try {
    const { run } = await control.start({ topic, by, key: keyOfThread(threadId), ...(gal.config ? { config: gal.config } : {}) })
    return run
  } catch (error) {
    // Two requests for one new thread: the other one drives the run that this one began.
    const known = isDriven(error) ? find(threadId) : undefined
    if (known === undefined) throw error
    return known
  }
}

/**
 * Does what a request asks: begins the run of a new thread; else gives the answers, notes what is new, and takes the run up when
 * it should be at work. Throws GalError for what is refused: then no run of AG-UI has begun.
 */
export const takeUp = async (control: LabControl, find: (thread: string) => string | undefined, input: RunInput): Promise<TakenUp> => {
  const run = find(input.threadId)
  if (run === undefined) return { run: await start(control, find, input), warnings: [], abandoned: false }
  const { given, abandoned, warnings } = await giveAnswers(control, run, input.resume ?? [])
  const notes = newWords(input.messages, saidBy(control.state(run)))
  for (const text of notes) await control.note(run, by, text)
  const { status } = control.run(run)
  const wanted = given > 0 || notes.length > 0 || input.gal.resume === true
  if (wanted && (status === 'paused' || status === 'stopped' || status === 'interrupted')) await resume(control, run)
  const trouble = !wanted && status === 'interrupted' ? await resumeIfPossible(control, run) : undefined
  return { run, warnings, abandoned: abandoned > 0 && status === 'waiting', ...(trouble ? { trouble } : {}) }
}
