import { describe, test } from 'vitest'
import { probeBubblewrap } from '../../src/sandbox/probe-bubblewrap.ts'
import { testTools } from '../../src/sandbox/sandbox.conformance.ts'
import { killsItsPrograms } from './driver-death.ts'

const absent = 'problem' in (await probeBubblewrap(testTools))
const times = Array.from({ length: 20 }, (_, index) => index + 1)

describe.skipIf(absent)(`a driver that is killed by SIGKILL${absent ? ' (skipped: apt-get install bubblewrap)' : ''}`, () => {
  test.each(times)('leaves no process of its programs a second later: %i of 20', killsItsPrograms)
})
