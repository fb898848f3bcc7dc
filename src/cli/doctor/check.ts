import { broken, type Finding } from './finding.ts'
import type { Given } from './given.ts'

/** One thing to try. `id` and `name` stand for it when it does not come to an end. */
export type Check = {
  id: string
  name: string
  /** Should end soon after its signal comes. What it throws is a finding too. */
  run(given: Given, signal: AbortSignal): Promise<Finding[]> | Finding[]
}

/** Milliseconds: the longest that a check may take, the least that it gets, and when all are to have ended after the process began. */
const [longest, least, end] = [3000, 1500, 4200]

/** The whole has five seconds, and on a busy machine the start takes some of them. A process that is older was not started for this. */
export const patience = (): number => {
  const age = performance.now()
  return age > 2 * end ? longest : Math.min(longest, Math.max(least, Math.round(end - age)))
}

/** What a check has left, after its signal, to say what it found until then. */
const lastWords = 300

const late = (signal: AbortSignal): Promise<'late'> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve('late'), { once: true }))

const runOne = async (check: Check, given: Given, ms: number): Promise<Finding[]> => {
  const signal = AbortSignal.any([AbortSignal.timeout(ms - lastWords), given.io.interrupt])
  const over = AbortSignal.any([AbortSignal.timeout(ms), given.io.interrupt])
  const about = { id: check.id, name: check.name }
  try {
    const found = await Promise.race([Promise.resolve(check.run(given, signal)), late(over)])
    return found === 'late' ? [broken(about, `gave no answer within ${(ms / 1000).toFixed(1)} s`)] : found
  } catch (error) {
    return [broken(about, error instanceof Error ? error.message : String(error))]
  }
}

/** Everything that the checks find within so many milliseconds, in their order. None waits for another, and none keeps the others from being heard. */
export const runChecks = async (checks: readonly Check[], given: Given, ms: number): Promise<Finding[]> =>
  (await Promise.all(checks.map((check) => runOne(check, given, ms)))).flat()
