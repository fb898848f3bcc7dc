import { type ChildProcess, spawn } from 'node:child_process'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

/** What a guard is asked to run: see guard.mjs. */
export type Guarded = {
  command: string
  args: readonly string[]
  cwd: string
  env: Readonly<Record<string, string>>
  stdin?: string
  /**
   * A command line that is run, for at most eight seconds, when the process has ended in whatever way, also because the driver died: to end
   * what it started elsewhere, as a container is.
   */
  ending?: readonly string[]
}

/** What a guard has reported so far. */
export type Report = { pid?: number; exitCode?: number | null; signal?: string | null; spawnError?: string }

const file = fileURLToPath(new URL('./guard.mjs', import.meta.url))

let count = 0
/** Unlike any other process's on this machine: pid and start time of this one, and how many it has started. */
const nextMark = () => `${process.pid}-${performance.timeOrigin}-${++count};`

/**
 * Starts a process with a guard around it, which kills the process's whole tree when its own standard input ends: because
 * `stop` was called or because this process is dead.
 */
export const startGuard = ({ command, args, cwd, env, stdin, ending }: Guarded) => {
  const guard: ChildProcess = spawn(process.execPath, [file], {
    // Out of the terminal's group, so that Ctrl-C reaches the driver alone and the guard can still clear up.
    detached: true,
    cwd: dirname(file),
    env: {},
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
    windowsHide: true,
  })
  let lines = ''
  const reports = guard.stdio[3] as Readable | null
  reports?.setEncoding('utf8').on('data', (text: string) => {
    lines += text
  })
  // That a guard is gone is told by its 'close'; that it can no longer be written to is no news.
  guard.stdin?.on('error', () => guard.stdin?.destroy())
  guard.stdin?.write(`${JSON.stringify({ command, args, cwd, env, stdin, ending, mark: nextMark() })}\n`)
  return {
    guard,
    stop: () => guard.stdin?.end(),
    report: (): Report =>
      Object.assign(
        {},
        ...lines
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line)),
      ),
  }
}
