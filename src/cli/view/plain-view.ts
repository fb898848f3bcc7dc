import type { Lab } from '../../api/index.ts'
import type { Io } from '../io.ts'
import { printable } from '../printable.ts'
import { describe } from './describe.ts'
import { createFollower } from './follow.ts'
import { createPaint } from './paint.ts'
import { storyLine } from './story-line.ts'
import { textsOf } from './texts/index.ts'
import type { View } from './view.ts'

/** The story of a run, a line for each event worth telling: for pipes, files, screen readers and whoever likes it so. */
export const createPlainView = (io: Io, lab: Lab, run: string): View => {
  const follower = createFollower(lab, run)
  const texts = textsOf[lab.config.ui.language]
  const paint = createPaint(io)
  return {
    onStored(stored) {
      for (const { event } of follower.take(stored)) {
        const told = describe(event, run, follower.state, texts)
        if (told) io.out(storyLine(told, follower.state, texts, paint))
      }
    },
    onSignal: () => undefined,
    onProblem: (message) => io.err(`gal: ${printable(message)}`),
    close: () => undefined,
  }
}
