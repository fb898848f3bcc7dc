import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root, startGal, until } from '../support/gal.ts'

export type Served = { url: string; said(): string; stop(): Promise<void> }

const address = /ws:\/\/\S+:(\d+)\n/

/** `gal serve` in a process of its own, on any port, over a folder of runs that a rehearsal drives. */
export const serveMcp = async (cwd: string, args: readonly string[] = []): Promise<Served> => {
  const child: ChildProcess = startGal(['serve', '--port', '0', '--set', 'model=rehearsal', ...args], { cwd })
  const ended = once(child, 'close')
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      said += data.toString()
    })
  if (!(await until(() => address.test(said) || child.exitCode !== null, 30_000))) throw new Error(`gal serve said nothing: ${said}`)
  const port = address.exec(said)?.[1]
  if (port === undefined) throw new Error(`gal serve ended: ${said}`)
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    said: () => said,
    async stop() {
      child.kill('SIGINT')
      await ended
    },
  }
}

/** How a client starts `gal mcp`. */
export const galMcp = (cwd: string) => ({
  command: process.execPath,
  args: [join(root, 'bin/gal.js'), 'mcp', '--set', 'model=rehearsal'],
  cwd,
  env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/tmp', OLLAMA_BASE_URL: 'http://127.0.0.1:65531' },
})
