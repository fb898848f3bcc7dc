import { until } from '../support/gal.ts'
import { startRun, summaryOf } from './e2e/lab.ts'

type Rehearsal = { topic: string; config?: Readonly<Record<string, unknown>> }

/** A run that asks after the plan, and then is driven by nobody. */
export const asking = { gates: { 'plan-formulation': 'ask' }, people: { 'wait-seconds': 0 } }

const isLetGo = async (url: string, run: string): Promise<boolean> => {
  const { status, driver } = await summaryOf(url, run)
  return driver === null && ['ended', 'waiting'].includes(status)
}

/**
 * Begins rehearsals on a server, one after the other has been let go of, so that the list has them in this order. The server has
 * loaded everything already, which a process for each of them would do anew.
 */
export const rehearsed = async (url: string, rehearsals: readonly Rehearsal[]): Promise<void> => {
  for (const { topic, config } of rehearsals) {
    const run = await startRun(url, topic, config)
    if (!(await until(() => isLetGo(url, run), 45_000))) throw new Error(`the rehearsal on ${topic} does not come to its end`)
  }
}
