import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runProcess } from '../process/run-process.ts'
import type { Missing } from './candidate.ts'
import { searchPath, type Tools } from './interpreters.ts'
import { macosCommand } from './macos-command.ts'

/** Tries, one after the other, what must not succeed, and what must; each is told in one word. */
const trial = (folder: string, port: number) => `
const { readFileSync, writeFileSync } = require('node:fs')
const attempt = (name, act) => { try { act(); console.log(name) } catch {} }
attempt('read', () => readFileSync(${JSON.stringify(join(folder, 'secret'))}))
attempt('written', () => writeFileSync(${JSON.stringify(join(folder, 'made'))}, ''))
attempt('inside', () => writeFileSync('inside', ''))
const socket = require('node:net').connect(${port}, '127.0.0.1', () => { console.log('connected'); socket.destroy() })
socket.on('error', () => undefined)`

const gains: Readonly<Record<string, string>> = {
  read: 'it let a program read outside its folder',
  written: 'it let a program write outside its folder',
  connected: 'it let a program reach this machine',
}

const install = 'Install Docker and start it, and programs are run there'

const tryIn = async (tools: Tools, sandboxExec: string, folder: string, signal: AbortSignal): Promise<Missing | undefined> => {
  const [work, scratch] = [join(folder, 'work'), join(folder, 'scratch')]
  await Promise.all([mkdir(work), mkdir(scratch), writeFile(join(folder, 'secret'), 'a secret')])
  const server = createServer((socket) => socket.destroy())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const node = await realpath(tools.nodePath)
  const command = [node, '--eval', trial(folder, (server.address() as AddressInfo).port)]
  const [program = '', ...args] = macosCommand({ sandboxExec, work, scratch, reads: [dirname(dirname(node))], hidden: [], command })
  const spec = { command: program, args, cwd: work, env: searchPath(tools), seconds: 20, outputChars: 2000 }
  const { output, exitCode, spawnError } = await runProcess(spec, signal, () => undefined).finally(() => server.close())
  const words = output.split('\n')
  const gain = Object.keys(gains).find((name) => words.includes(name))
  if (gain !== undefined) return { problem: `sandbox-exec keeps nothing in: ${gains[gain]}`, hint: install }
  if (exitCode === 0 && (await readdir(work)).includes('inside')) return undefined
  return {
    problem: spawnError ?? `sandbox-exec does not work: ${output.trim().split('\n').at(-1) || `exit code ${exitCode}`}`,
    hint: install,
  }
}

/**
 * Finds out whether macOS's sandbox works here and keeps in what it should: a program in it must not read or write outside, nor reach this
 * machine. Apple calls sandbox-exec deprecated, so it is not believed.
 */
export const probeMacos = async (
  tools: Tools,
  sandboxExec: string,
  platform: string,
  signal: AbortSignal = AbortSignal.any([]),
): Promise<Missing | undefined> => {
  if (platform !== 'darwin') return { problem: `there is no sandbox-exec for ${platform}`, hint: 'It is part of macOS' }
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'gal-probe-')))
  try {
    return await tryIn(tools, sandboxExec, folder, signal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
