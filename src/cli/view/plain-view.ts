import type { Lab } from '../../api/index.ts'
import type { Io } from '../io.ts'
import { printable } from '../printable.ts'
import { describe } from './describe.ts'
import { createFollower } from './follow.ts'
import { createPaint } from './paint.ts'
import { storyLines } from './story-line.ts'
import { textsOf } from './texts/index.ts'
import type { View } from './view.ts'

/** The story of a run, a line for each event worth telling: for pipes, files, screen readers and whoever likes it so. */
export const createPlainView = (io: Io, lab: Lab, run: string): View => {
  const follower = createFollower(lab, run)
  const texts = textsOf[lab.config.ui.language]
  const paint = createPaint(io)
  // A file or another program gets an event on one line, however long.
  const columns = () => (io.isTerminal ? io.columns : Number.POSITIVE_INFINITY)
  return {
    onStored(stored) {
      for (const { stored: row, news } of follower.take(stored)) {
        const told = news ? describe(row.event, run, follower.state, texts) : undefined
        for (const line of told ? storyLines(told, follower.state, texts, columns(), paint) : []) io.out(line)
      }
    },
    onSignal: () => undefined,
    onProblem: (message) => io.err(`gal: ${printable(message)}`),
    close: () => undefined,
  }
}
