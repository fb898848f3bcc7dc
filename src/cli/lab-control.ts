import type { Lab } from '../api/index.ts'
import type { LabControl } from '../transport/lab-control.ts'

/** What viewers may do, done by the lab. */
export const labControl = (lab: Lab): LabControl => ({
  runs: () => lab.runs(),
  pause: (run, by) => lab.tell(lab.find(run), { type: 'pause-ask', by }),
  stop: (run, by) => lab.tell(lab.find(run), { type: 'stop-ask', by }),
  note: (run, by, text, phase) => lab.tell(lab.find(run), { type: 'note-add', by, text, ...(phase === undefined ? {} : { phase }) }),
  answer: (run, by, question, answer) => lab.tell(lab.find(run), { type: 'answer-give', by, question, answer }),
})
