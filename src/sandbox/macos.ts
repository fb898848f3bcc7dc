import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createFault } from '../core/fault.ts'
import { type Candidate, createRefusal } from './candidate.ts'
import { locatePython, programCommand, programEnv, searchPath, type Tools } from './interpreters.ts'
import { macosCommand } from './macos-command.ts'
import { once } from './once.ts'
import { probeMacos } from './probe-macos.ts'
import { withResourceLimits } from './resource-limits.ts'
import { type Launch, runProgram } from './run-program.ts'
import type { Program, RunSettings, Sandbox } from './sandbox.ts'
import type { SandboxSettings } from './sandbox-settings.ts'
import { resultFile } from './work-folder.ts'

/**
 * A program under macOS's own sandbox reads the system and its interpreter, and writes to its folder and a scratch folder. No network, and no
 * environment. It sees the names of other processes, and one that becomes a daemon may live on, as confined as before.
 */
export const createMacos = (tools: Tools, sandboxExec: string, platform: string = process.platform): Sandbox => {
  const probe = once(() => probeMacos(tools, sandboxExec, platform))
  const findPython = once(() => locatePython(tools))

  const interpreterFor = async ({ language }: Program): Promise<{ path: string; reads: string[] } | { problem: string }> => {
    if (language === 'python') {
      const python = await findPython()
      return 'problem' in python ? python : { path: python.path, reads: python.prefixes }
    }
    const path = await realpath(tools.nodePath)
    return { path, reads: [dirname(dirname(path))] }
  }

  const launch = async (program: Program, settings: RunSettings, folder: string): Promise<Launch> => {
    const interpreter = await interpreterFor(program)
    if ('problem' in interpreter) return { fault: createFault('unavailable', interpreter.problem) }
    const scratch = await realpath(await mkdtemp(join(tmpdir(), 'gal-scratch-')))
    const command = macosCommand({
      sandboxExec,
      work: await realpath(folder),
      scratch,
      reads: await Promise.all(interpreter.reads.map((path) => realpath(path))),
      // What a program writes there must never pass for the result that is used again.
      hidden: [resultFile, `${resultFile}.new`],
      command: programCommand[program.language](interpreter.path, settings),
    })
    const env = { ...programEnv, ...searchPath(tools), HOME: scratch, TMPDIR: scratch, MPLCONFIGDIR: scratch }
    return { command: withResourceLimits(program, settings, command), env, scratch }
  }

  return {
    async run(program, settings, signal, onOutput) {
      const missing = await probe()
      if (missing) return createRefusal(missing).run(program, settings, signal, onOutput)
      return runProgram({ sandbox: 'macos', program, settings, signal, onOutput }, (folder) => launch(program, settings, folder))
    },
  }
}

/** macOS's own sandbox, as one of the ways to choose from. */
export const macosCandidate = (tools: Tools, { sandboxExecPath, network }: SandboxSettings): Candidate => ({
  name: 'macos',
  async missing(signal) {
    if (network.length > 0)
      return { problem: 'in the sandbox of macOS programs reach no hosts at all', hint: 'Leave sandbox.network empty' }
    return probeMacos(tools, sandboxExecPath, process.platform, signal)
  },
  sandbox: createMacos(tools, sandboxExecPath),
})
