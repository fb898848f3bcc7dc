import { createBubblewrap } from './bubblewrap.ts'
import type { Tools } from './interpreters.ts'
import { createLimits } from './limits.ts'
import type { Program, Sandbox } from './sandbox.ts'
import { withResultFile } from './with-result-file.ts'

export type { Tools } from './interpreters.ts'
export { probeBubblewrap } from './probe-bubblewrap.ts'
export { describePython } from './python-packages.ts'

/**
 * The way in which all programs are run. A program that `trusts` knows runs with limits, so that a rehearsal is the same on
 * every machine; every other in bubblewrap, or it is refused with a hint. Finished results are used again.
 */
export const createSandbox = (tools: Tools & { trusts: (program: Program) => boolean }): Sandbox => {
  const limits = withResultFile(createLimits(tools))
  const bubblewrap = withResultFile(createBubblewrap(tools))
  return {
    run: (program, ...rest) => (tools.trusts(program) ? limits : bubblewrap).run(program, ...rest),
  }
}
