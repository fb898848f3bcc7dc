import type { Lab } from '../../api/index.ts'
import { exportJsonl } from '../../report/export.ts'
import type { Io } from '../io.ts'
import { printable } from '../printable.ts'
import { printableJson } from '../printable-json.ts'
import { createFollower } from './follow.ts'
import type { View } from './view.ts'

/** For other programs: each event as a line of JSON on standard output, as an export has it. Problems go to standard error. */
export const createJsonView = (io: Io, lab: Lab, run: string): View => {
  const follower = createFollower(lab, run)
  return {
    onStored(stored) {
      for (const { stored: row, news } of follower.take(stored))
        if (news) for (const line of exportJsonl([row])) io.raw(printableJson(line))
    },
    onSignal: () => undefined,
    onProblem: (message) => io.err(`gal: ${printable(message)}`),
    close: () => undefined,
  }
}
