import { realpath } from 'node:fs/promises'
import { constants } from 'node:os'
import { createFault } from '../core/fault.ts'
import type { ProcessEnd } from '../process/run-process.ts'
import { type Bind, bubblewrapCommand, type Form, insideNode } from './bubblewrap-command.ts'
import { locatePython, type Python, programCommand, programEnv, searchPath, type Tools } from './interpreters.ts'
import { once } from './once.ts'
import { probeBubblewrap } from './probe-bubblewrap.ts'
import { withProcessLimit, withResourceLimits } from './resource-limits.ts'
import { type Launch, notRun, runProgram } from './run-program.ts'
import type { Program, RunSettings, Sandbox } from './sandbox.ts'
import { giveTo, unusedUser } from './unused-user.ts'
import { resultFile } from './work-folder.ts'

/** Where a number has two names, the first is the one that everybody uses. */
const signalNames = new Map(
  Object.entries(constants.signals)
    .reverse()
    .map(([name, number]) => [number, name]),
)

/** bubblewrap tells the end by signal n as exit code 128 + n, as shells do; so a program that exits with such a code is taken for one. */
const readSignal = (end: ProcessEnd): ProcessEnd => {
  const name = signalNames.get((end.exitCode ?? 0) - 128)
  return name === undefined ? end : { ...end, exitCode: null, signal: name }
}

const isOutsideUsr = (path: string) => path !== '/' && path !== '/usr' && !path.startsWith('/usr/')

/** Python finds its parts by where it lies, so it lies inside where it does outside. */
const pythonBinds = ({ prefixes }: Python): Bind[] => prefixes.filter(isOutsideUsr).map((path) => ({ from: path, to: path }))

const boxEnv = { ...programEnv, HOME: '/tmp', TMPDIR: '/tmp', MPLCONFIGDIR: '/tmp/matplotlib' }

/**
 * A program in bubblewrap sees the system's /usr, its interpreter and its own folder, /lab, the one place where what it writes
 * stays. There is no network, not even to this machine, no other process, no environment; when it ends, all that it started ends.
 * Where bubblewrap does not work, every program is refused.
 */
export const createBubblewrap = (tools: Tools): Sandbox => {
  const probe = once(() => probeBubblewrap(tools))
  const findPython = once(() => locatePython(tools))

  const interpreterFor = async ({ language }: Program): Promise<{ path: string; binds: Bind[] } | { problem: string }> => {
    if (language === 'javascript') return { path: insideNode, binds: [{ from: await realpath(tools.nodePath), to: insideNode }] }
    const python = await findPython()
    return 'problem' in python ? python : { path: python.path, binds: pythonBinds(python) }
  }

  const launch = async (form: Form, program: Program, settings: RunSettings, folder: string): Promise<Launch> => {
    const interpreter = await interpreterFor(program)
    if ('problem' in interpreter) return { fault: createFault('unavailable', interpreter.problem) }
    const uid = unusedUser(folder)
    if (form.dropsRoot) await giveTo(uid, folder)
    const command = bubblewrapCommand({
      bwrap: tools.bwrapPath,
      form,
      work: folder,
      binds: interpreter.binds,
      uid,
      // What a program writes there must never pass for the result that is used again.
      hidden: [resultFile],
      scratchMiB: Math.max(16, Math.ceil(settings.memoryMiB / 4)),
      env: boxEnv,
      command: withProcessLimit(withResourceLimits(program, settings, programCommand[program.language](interpreter.path, settings))),
    })
    return { command, env: searchPath(tools) }
  }

  return {
    async run(program, settings, signal, onOutput) {
      const found = await probe()
      if ('problem' in found)
        return notRun('bubblewrap', createFault('refused', `The program was not run: ${found.problem}. ${found.hint}.`))
      const run = { sandbox: 'bubblewrap', program, settings, signal, onOutput }
      return runProgram(run, (folder) => launch(found.form, program, settings, folder), readSignal)
    },
  }
}
