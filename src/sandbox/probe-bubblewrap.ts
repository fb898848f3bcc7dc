import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProcess } from '../process/run-process.ts'
import { bubblewrapCommand, type Form, insideNode } from './bubblewrap-command.ts'
import { searchPath, type Tools } from './interpreters.ts'
import { withProcessLimit } from './resource-limits.ts'
import { giveTo, unusedUser } from './unused-user.ts'

/** What a trial showed: the best form that works here, or why none does. */
export type Probe = { form: Form } | { problem: string; hint: string }

/** The strictest first. */
const forms = (isRoot: boolean): Form[] =>
  [...(isRoot ? [true] : []), false].flatMap((dropsRoot) => [true, false].map((closesUserns) => ({ dropsRoot, closesUserns })))

const install = 'Install it: apt-get install bubblewrap (Debian, Ubuntu), dnf install bubblewrap (Fedora), pacman -S bubblewrap (Arch)'
const allow =
  'This system does not let programs make user namespaces: see sysctl kernel.apparmor_restrict_unprivileged_userns and kernel.unprivileged_userns_clone; a container needs to be started so that it may'

/** Runs Node in the sandbox as programs will be; gives what went wrong, or nothing. */
const tryForm = async (tools: Tools, form: Form, folder: string, signal: AbortSignal): Promise<string | undefined> => {
  const uid = unusedUser(folder)
  if (form.dropsRoot) await giveTo(uid, folder)
  const binds = [{ from: await realpath(tools.nodePath), to: insideNode }]
  const command = withProcessLimit([insideNode, '--eval', '0'])
  const plan = { bwrap: tools.bwrapPath, form, work: folder, binds, uid, hidden: [], scratchMiB: 16, env: {}, command }
  const [program = '', ...args] = bubblewrapCommand(plan)
  const spec = { command: program, args, cwd: folder, env: searchPath(tools), seconds: 20, outputChars: 2000 }
  const { exitCode, output, spawnError } = await runProcess(spec, signal, () => undefined)
  if (exitCode === 0) return undefined
  return spawnError ?? (output.trim().split('\n').at(-1) || `bubblewrap ended with exit code ${exitCode}`)
}

const tryForms = async (tools: Tools, folder: string, signal: AbortSignal): Promise<Probe> => {
  let problem = ''
  for (const form of forms(process.getuid?.() === 0)) {
    const found = await tryForm(tools, form, folder, signal).catch((error: Error) => error.message)
    if (found === undefined) return { form }
    problem = found
  }
  return { problem, hint: problem.includes('could not be started') ? install : allow }
}

/** Finds out, by running it, whether and how bubblewrap works here. Takes about 60 ms where it does. */
export const probeBubblewrap = async (tools: Tools, signal: AbortSignal = AbortSignal.any([])): Promise<Probe> => {
  if (process.platform !== 'linux')
    return { problem: `there is no bubblewrap for ${process.platform}`, hint: 'Run gal on Linux, or in a Linux virtual machine' }
  const folder = await mkdtemp(join(tmpdir(), 'gal-probe-'))
  try {
    return await tryForms(tools, folder, signal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
