import { GalError } from '../../core/error.ts'
import type { LabControl } from '../../transport/lab-control.ts'
import type { Lab } from '../lab.ts'

/** What the log takes of a person's words, and of a name. */
const mostChars = 4000
const mostNameChars = 100

const words = (what: string, text: string): string => {
  const said = text.trim()
  if (said === '') throw new GalError('bad-option', `the ${what} is empty`, 'say something')
  if (said.length <= mostChars) return said
  throw new GalError('bad-option', `the ${what} has ${said.length} characters, and at most ${mostChars} are kept`, 'say it in fewer')
}

/** Who asks, as the log takes it. */
export const nameOf = (by: string): string => by.trim().slice(0, mostNameChars) || 'somebody'

/** What people say to a run, put on the log for whichever process drives it. Refused as Lab.tell refuses. */
export const peopleControl = (lab: Pick<Lab, 'find' | 'tell'>): Pick<LabControl, 'pause' | 'stop' | 'note' | 'answer'> => ({
  pause: (run, by) => lab.tell(lab.find(run), { type: 'pause-ask', by: nameOf(by) }),
  stop: (run, by) => lab.tell(lab.find(run), { type: 'stop-ask', by: nameOf(by) }),
  note: (run, by, text, phase) =>
    lab.tell(lab.find(run), { type: 'note-add', by: nameOf(by), text: words('note', text), ...(phase === undefined ? {} : { phase }) }),
  answer: (run, by, question, answer) =>
    lab.tell(lab.find(run), { type: 'answer-give', by: nameOf(by), question, answer: words('answer', answer) }),
})
