import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startGal, until } from '../support/gal.ts'

export type Serving = {
  port: number
  pid: number
  /** All that it printed so far. */
  said(): string
  /** Ctrl-C; gives the exit status. */
  stop(): Promise<number | null>
}

export type ServingInput = {
  /** The folder that it works in, and keeps its runs in. */
  cwd: string
  args?: readonly string[]
  env?: Record<string, string>
  /** The text of a config.yaml beside it. */
  config?: string
}

const banner = /ws:\/\/\S+:(\d+)\n/

/** Runs the real `gal serve`, on any free port unless the arguments name one, and waits until it says where it listens. */
export const startServing = async ({ cwd, args = ['--port', '0'], env = {}, config }: ServingInput): Promise<Serving> => {
  if (config !== undefined) writeFileSync(join(cwd, 'config.yaml'), config)
  const child = startGal(['serve', ...args], { cwd, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      said += data.toString()
    })
  const ended = once(child, 'close').then(([status]) => status as number | null)
  await until(() => banner.test(said) || child.exitCode !== null, 30_000)
  const port = Number(banner.exec(said)?.[1])
  if (!port || child.pid === undefined) {
    child.kill('SIGKILL')
    throw new Error(`gal serve did not say where it listens: ${said}`)
  }
  return {
    port,
    pid: child.pid,
    said: () => said,
    async stop() {
      child.kill('SIGINT')
      return ended
    },
  }
}
