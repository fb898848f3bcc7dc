import { spawn } from 'node:child_process'
import { StringDecoder } from 'node:string_decoder'
import { createBoundedText } from './bounded-text.ts'
import { type Guarded, type Report, startGuard } from './start-guard.ts'
import { type TreeLimits, watchTree } from './watch-tree.ts'

export type ProcessSpec = Guarded & {
  /** Wall-clock time after which the whole tree is killed. */
  seconds: number
  /** Characters of output that are kept, half from the start and half from the end. */
  outputChars: number
  /** Beyond these the whole tree is killed. */
  tree?: TreeLimits
}

/** How a process ended, exactly as the system told it: a code, or a signal, or the reason why it never began. */
export type ProcessEnd = {
  exitCode: number | null
  signal: string | null
  timedOut: boolean
  cancelled: boolean
  /** The limit of `tree` for which it was killed. */
  overrun?: keyof TreeLimits
  /** Standard output and errors, in the order in which they were written, as UTF-8 with � for what is not. */
  output: string
  seconds: number
  spawnError?: string
}

/** How long a guard that was asked to kill may take. */
const killMs = 10_000
/** How long the output may stay open after the guard's end, when something that got away holds it. */
const trailMs = 2_000
/** The longest that a timer can wait. */
const longestMs = 2 ** 31 - 1

const failureOf = (command: string, { exitCode, signal, spawnError }: Report, stopped: boolean): string | undefined => {
  if (spawnError === 'ENOENT') return `${command} could not be started: there is no such program, or no such working folder`
  if (spawnError !== undefined) return `${command} could not be started: ${spawnError}`
  if (stopped || typeof exitCode === 'number' || signal) return undefined
  return `${command} was lost: the process that guards it was killed`
}

const killGroup = (pid: number) => {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** What the guard would have run, had nobody killed it. */
const runEnding = ([command = '', ...args]: readonly string[], { cwd, env }: Guarded) => {
  // As there, how it went is nobody's news.
  spawn(command, args, { cwd, env, stdio: 'ignore' }).on('error', () => undefined)
}

/**
 * Runs a process, streams what it says, and leaves nothing of it behind: its whole tree is killed when it ends, at the time
 * limit, when `signal` aborts, and when this process dies in whatever way (see kill-tree.mjs for what can get out). Never
 * throws for what the process does.
 */
export const runProcess = (spec: ProcessSpec, signal: AbortSignal, onOutput: (text: string) => void): Promise<ProcessEnd> => {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  if (signal.aborted)
    return Promise.resolve({ exitCode: null, signal: null, timedOut: false, cancelled: true, output: '', seconds: seconds() })

  const { promise, resolve } = Promise.withResolvers<ProcessEnd>()
  const { guard, stop, report } = startGuard(spec)
  const output = createBoundedText(spec.outputChars)
  const decoder = new StringDecoder('utf8')
  const timers: NodeJS.Timeout[] = []
  const after = (ms: number, act: () => void) => timers.push(setTimeout(act, Math.min(ms, longestMs)))
  let why: 'timedOut' | 'cancelled' | keyof TreeLimits | undefined

  const hear = (text: string) => {
    if (!text) return
    output.add(text)
    onOutput(text)
  }
  const halt = (because: NonNullable<typeof why>) => {
    why ??= because
    stop()
    after(killMs, () => guard.kill('SIGKILL'))
  }
  const cancel = () => halt('cancelled')

  signal.addEventListener('abort', cancel, { once: true })
  after(spec.seconds * 1000, () => halt('timedOut'))
  const unwatch = spec.tree ? watchTree(() => report().pid, spec.tree, halt) : () => undefined
  guard.stdout?.on('data', (piece: Buffer) => hear(decoder.write(piece)))
  guard.on('exit', (_code, killedBy) => {
    const { pid } = report()
    // Somebody killed the guard: what it guarded is still there.
    if (killedBy && pid) killGroup(pid)
    if (killedBy && spec.ending) runEnding(spec.ending, spec)
    after(trailMs, () => guard.stdout?.destroy())
  })
  // Without a guard there is no report either, and that says enough.
  guard.on('error', () => stop())
  guard.on('close', () => {
    for (const timer of timers) clearTimeout(timer)
    unwatch()
    signal.removeEventListener('abort', cancel)
    hear(decoder.end())
    const told = report()
    const { exitCode = null, signal: killedBy = null } = told
    const spawnError = failureOf(spec.command, told, why !== undefined)
    resolve({
      exitCode,
      signal: killedBy,
      timedOut: why === 'timedOut',
      cancelled: why === 'cancelled',
      ...(why === 'processes' || why === 'memoryMiB' ? { overrun: why } : {}),
      output: output.read(),
      seconds: seconds(),
      ...(spawnError === undefined ? {} : { spawnError }),
    })
  })
  return promise
}
