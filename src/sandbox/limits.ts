import { createFault } from '../core/fault.ts'
import { locatePython, programCommand, programEnv, type Tools } from './interpreters.ts'
import { once } from './once.ts'
import { withResourceLimits } from './resource-limits.ts'
import { type Launch, notRun, runProgram } from './run-program.ts'
import type { Program, RunSettings, Sandbox } from './sandbox.ts'

const bubblewrapHint =
  'Code that a model wrote runs only in a sandbox: apt-get install bubblewrap (Debian, Ubuntu), dnf install bubblewrap (Fedora), on Linux; `gal doctor` says what is missing'

/**
 * Limits of the process alone: time, memory, file sizes, the tree killed, no environment. They keep nobody out of the user's files, so
 * only programs that `trusts` knows are run; all others are refused.
 */
export const createLimits = (tools: Tools & { trusts: (program: Program) => boolean }): Sandbox => {
  const findPython = once(() => locatePython(tools))
  const launch = async (program: Program, settings: RunSettings): Promise<Launch> => {
    const python = program.language === 'python' ? await findPython() : undefined
    if (python && 'problem' in python) return { fault: createFault('unavailable', python.problem) }
    const command = programCommand[program.language](python?.path ?? tools.nodePath, settings)
    return { command: withResourceLimits(program, settings, command), env: programEnv }
  }
  return {
    async run(program, settings, signal, onOutput) {
      if (!tools.trusts(program)) return notRun('limits', createFault('refused', `The program was not run. ${bubblewrapHint}.`))
      return runProgram({ sandbox: 'limits', program, settings, signal, onOutput }, () => launch(program, settings))
    },
  }
}
