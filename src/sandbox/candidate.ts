import { createFault } from '../core/fault.ts'
import { notRun } from './run-program.ts'
import type { Sandbox } from './sandbox.ts'

/** Why a way of running code does not work here, and what to do, as a sentence without its full stop. */
export type Missing = { problem: string; hint: string }

/** A way of running code that may not work here. */
export type Candidate = {
  /** As it stands in results: 'bubblewrap', 'docker', 'macos'. */
  name: string
  /** Finds out by trying; undefined when it works. */
  missing(signal: AbortSignal): Promise<Missing | undefined>
  sandbox: Sandbox
}

/** Runs nothing, and says why. */
export const createRefusal = ({ problem, hint }: Missing): Sandbox => ({
  run: async () => notRun('none', createFault('refused', `The program was not run: ${problem}. ${hint}.`)),
})

/** The first candidate that works here, or all that stands in the way, the best one's first. */
export const firstThatWorks = async (candidates: readonly Candidate[], signal: AbortSignal): Promise<Candidate | Missing> => {
  const problems: Missing[] = []
  for (const candidate of candidates) {
    const missing = await candidate.missing(signal)
    if (!missing) return candidate
    problems.push(missing)
  }
  const [first = { problem: 'there is no sandbox for this system', hint: 'run gal on Linux or macOS' }] = problems
  // What to do about the best comes first: a long sentence is shown by its beginning.
  return {
    problem: first.problem,
    hint: [first.hint, ...problems.slice(1).map(({ problem, hint }) => `${problem}. ${hint}`)].join('. Or: '),
  }
}
