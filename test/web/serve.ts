import type { ChildProcess } from 'node:child_process'
import { startGal } from '../support/gal.ts'

export type Served = { url: string; port: number; stop: () => Promise<void> }

const portIn = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let said = ''
    const listen = (data: Buffer) => {
      said += data.toString()
      const port = /ws:\/\/[^\s]+:(\d+)/.exec(said)?.[1]
      if (port !== undefined) resolve(Number(port))
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => reject(new Error(`gal serve ended at once: ${said}`)))
  })

/** Runs `gal serve` in a process of its own, on any free port unless one is named. */
export const serve = async (runs: string, args: readonly string[] = [], port = 0): Promise<Served> => {
  const child = startGal(['serve', '--runs', runs, '--port', String(port), ...args], { cwd: runs })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const actual = await portIn(child)
  return {
    url: `http://127.0.0.1:${actual}`,
    port: actual,
    async stop() {
      child.kill('SIGINT')
      await ended
    },
  }
}
