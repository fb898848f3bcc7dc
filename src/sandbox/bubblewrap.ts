import { realpath } from 'node:fs/promises'
import { createFault } from '../core/fault.ts'
import { type Bind, bubblewrapCommand, type Form, insideNode } from './bubblewrap-command.ts'
import { type Candidate, createRefusal } from './candidate.ts'
import { locatePython, type Python, programCommand, programEnv, searchPath, type Tools } from './interpreters.ts'
import { openWayOut, type WayOut, wayOutEnv } from './network.ts'
import { once } from './once.ts'
import { probeBubblewrap } from './probe-bubblewrap.ts'
import { type Outside, systemOutside } from './proxy.ts'
import { readSignal } from './read-signal.ts'
import { withProcessLimit, withResourceLimits } from './resource-limits.ts'
import { type Launch, runProgram } from './run-program.ts'
import type { Program, RunSettings, Sandbox } from './sandbox.ts'
import { scratchMiB } from './tree-limits.ts'
import { giveTo, unusedUser } from './unused-user.ts'
import { resultFile } from './work-folder.ts'

const isOutsideUsr = (path: string) => path !== '/' && path !== '/usr' && !path.startsWith('/usr/')

/** Python finds its parts by where it lies, so it lies inside where it does outside. */
const pythonBinds = ({ prefixes }: Python): Bind[] => prefixes.filter(isOutsideUsr).map((path) => ({ from: path, to: path }))

const boxEnv = { ...programEnv, HOME: '/tmp', TMPDIR: '/tmp', MPLCONFIGDIR: '/tmp/matplotlib' }

const nodeBind = async ({ nodePath }: Tools): Promise<Bind> => ({ from: await realpath(nodePath), to: insideNode })

/** A way out for one program, if any host is named: each connection is told to who runs it. */
const wayOutFor = (hosts: readonly string[], outside: Outside, { onConnection }: RunSettings): Promise<WayOut> | undefined =>
  hosts.length === 0 ? undefined : openWayOut({ hosts, outside, onConnection: onConnection ?? (() => undefined) })

/**
 * A program in bubblewrap sees the system's /usr, its interpreter and its own folder, /lab, the one place where what it writes
 * stays. There is no network, not even to this machine, no other process, no environment; when it ends, all that it started ends.
 * The hosts in `network` can be reached through gal's proxy. Where bubblewrap does not work, every program is refused.
 */
export const createBubblewrap = (tools: Tools, network: readonly string[] = [], outside: Outside = systemOutside): Sandbox => {
  const probe = once(() => probeBubblewrap(tools))
  const findPython = once(() => locatePython(tools))

  const interpreterFor = async ({ language }: Program): Promise<{ path: string; binds: Bind[] } | { problem: string }> => {
    if (language === 'javascript') return { path: insideNode, binds: [await nodeBind(tools)] }
    const python = await findPython()
    if ('problem' in python) return python
    return { path: python.path, binds: [...pythonBinds(python), ...(network.length > 0 ? [await nodeBind(tools)] : [])] }
  }

  const launch = async (form: Form, program: Program, settings: RunSettings, folder: string, out?: WayOut): Promise<Launch> => {
    const interpreter = await interpreterFor(program)
    if ('problem' in interpreter) return { fault: createFault('unavailable', interpreter.problem) }
    const uid = unusedUser(folder)
    if (form.dropsRoot) await Promise.all([folder, ...(out ? [out.folder] : [])].map((path) => giveTo(uid, path)))
    const limited = withResourceLimits(program, settings, programCommand[program.language](interpreter.path, settings))
    const command = bubblewrapCommand({
      bwrap: tools.bwrapPath,
      form,
      work: folder,
      binds: [...interpreter.binds, ...(out?.binds ?? [])],
      uid,
      // What a program writes there must never pass for the result that is used again.
      hidden: [resultFile],
      scratchMiB: scratchMiB(settings),
      env: out ? { ...boxEnv, ...wayOutEnv } : boxEnv,
      command: withProcessLimit(out ? out.through(insideNode, limited) : limited),
    })
    return { command, env: searchPath(tools) }
  }

  return {
    async run(program, settings, signal, onOutput) {
      const found = await probe()
      if ('problem' in found) return createRefusal(found).run(program, settings, signal, onOutput)
      const run = { sandbox: 'bubblewrap', program, settings, signal, onOutput }
      const out = await wayOutFor(network, outside, settings)
      try {
        return await runProgram(run, (folder) => launch(found.form, program, settings, folder, out), readSignal)
      } finally {
        await out?.close()
      }
    },
  }
}

/** bubblewrap, as one of the ways to choose from. */
export const bubblewrapCandidate = (tools: Tools, network: readonly string[]): Candidate => ({
  name: 'bubblewrap',
  async missing(signal) {
    const found = await probeBubblewrap(tools, signal)
    return 'problem' in found ? found : undefined
  },
  sandbox: createBubblewrap(tools, network),
})
