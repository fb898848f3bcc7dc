import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

export type Ended = { status: number | null; signal: string | null; out: string; err: string; ms: number }
export type Start = {
  cwd: string
  env?: Record<string, string>
  /** Milliseconds until SIGKILL. */
  killAfter?: number
  signalAfter?: { ms: number; signal: NodeJS.Signals }
  node?: string
}

/** Nothing of this machine that would change what gal does: no Ollama that happens to run, no model that lies there, no keys. */
const plainEnv = {
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '/tmp',
  OLLAMA_BASE_URL: 'http://127.0.0.1:65531',
  GAL_MODELS: '/nonexistent',
}

/** Starts the real command in a process of its own. */
export const startGal = (args: readonly string[], { cwd, env = {}, node = process.execPath }: Start): ChildProcess =>
  spawn(node, [join(root, 'bin/gal.js'), ...args], { cwd, env: { ...plainEnv, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })

/** Runs the real command to its end, or to the signal that it is sent. */
export const gal = (args: readonly string[], start: Start): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const begin = performance.now()
    const child = startGal(args, start)
    const said = { out: '', err: '' }
    child.stdout?.on('data', (data: Buffer) => {
      said.out += data.toString()
    })
    child.stderr?.on('data', (data: Buffer) => {
      said.err += data.toString()
    })
    const after = start.killAfter === undefined ? start.signalAfter : { ms: start.killAfter, signal: 'SIGKILL' as const }
    const timer = after && setTimeout(() => child.kill(after.signal), after.ms)
    child.on('error', reject)
    child.on('close', (status, signal) => {
      clearTimeout(timer)
      resolve({ status, signal, ...said, ms: performance.now() - begin })
    })
  })

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // It ended between two looks.
  }
}
const link = (path: string): string => {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** Processes that were started from below a folder, or name it: what a killed driver might have left. */
export const processesOf = (folder: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => link(`/proc/${pid}/cwd`).startsWith(folder) || read(`/proc/${pid}/cmdline`).includes(folder))
    .map((pid) => `${pid}: ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')}`)

/** Waits until something holds, looking every 50 ms. */
export const until = async (what: () => boolean | Promise<boolean>, ms = 10_000): Promise<boolean> => {
  const end = performance.now() + ms
  while (performance.now() < end) {
    if (await what()) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return what()
}
