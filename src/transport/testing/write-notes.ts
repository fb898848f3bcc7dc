import type { LabEvent } from '../../core/events/index.ts'
import type { EventLog } from '../../store/event-log.ts'

const note = (text: string): LabEvent => ({ type: 'note-add', by: 'test', text })

/** Stores notes 'from' to 'to' in a run, as its driver would. */
export const writeNotes = (log: EventLog, run: string, from: number, to: number, text = ''): void => {
  for (let number = from; number <= to; number++) log.input(run, note(`${number} ${text}`))
}
