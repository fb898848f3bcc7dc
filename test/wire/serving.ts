import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { startGal } from '../support/gal.ts'

/** A process of its own that can be ended at any moment. */
export type Running = { port: number; kill(): Promise<void> }

const portOf = async (child: ChildProcess): Promise<number> => {
  let said = ''
  for await (const data of child.stdout ?? []) {
    said += String(data)
    const port = /ws:\/\/[^\s]+:(\d+)/.exec(said)?.[1]
    if (port !== undefined) return Number(port)
  }
  throw new Error(`gal serve ended at once: ${said}`)
}

/** Runs `gal serve`; `kill` is SIGKILL, which leaves it no moment to say anything. */
export const startServe = async (runs: string, port = 0): Promise<Running> => {
  const child = startGal(['serve', '--runs', runs, '--port', String(port)], { cwd: runs })
  const ended = once(child, 'exit')
  const actual = await portOf(child)
  return {
    port: actual,
    /** Once more does nothing. */
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** A program of this folder in a process of its own; what it sends are its messages. */
export const startBeside = (program: string, args: readonly string[]): ChildProcess =>
  fork(join(import.meta.dirname, 'fixtures', program), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
