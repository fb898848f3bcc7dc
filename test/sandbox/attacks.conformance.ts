import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { homedir, hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { programOf } from '../../src/sandbox/sandbox.conformance.ts'
import { type Attack, attacks, type Host } from './attacks.ts'
import { processesOf } from './driver-death.ts'
import type { Somebody } from './run-as.ts'

const secret = 'not to be read'
const kernelFile = '/proc/sys/kernel/core_pattern'

/** Everything that is planted lies in folders that go away. */
let base = ''
let home = ''
let servers: Server[] = []
let visits = 0
let host: Host
/** A process of the same user that nobody may end. */
let bystander: ReturnType<typeof spawn>

const listen = async (at: string | number, address?: string) => {
  const server = createServer((socket) => {
    visits += 1
    socket.destroy()
  })
  server.listen(typeof at === 'string' ? { path: at } : { port: at, host: address ?? '127.0.0.1' })
  await once(server, 'listening')
  servers.push(server)
  return server
}
const plant = (path: string) => {
  writeFileSync(path, secret)
  return path
}

const setUp = async () => {
  base = mkdtempSync(join(tmpdir(), 'gal-attack-'))
  chmodSync(base, 0o777)
  home = mkdtempSync(join(homedir(), '.gal-attack-'))
  for (const name of ['other', 'outside']) mkdirSync(join(base, name))
  const { port } = (await listen(0)).address() as AddressInfo
  const abstractName = `gal-attack-${process.pid}`
  host = {
    secrets: [plant(join(home, 'secret')), plant(join(base, 'other', 'result.json')), plant(join(base, 'secret'))],
    outside: join(base, 'outside'),
    port,
    socketPath: join(base, 'socket'),
    abstractName,
  }
  await listen(host.socketPath)
  if (process.platform === 'linux') await listen(`\0${abstractName}`)
  bystander = spawn('sleep', ['600'], { stdio: 'ignore' })
}
const clearUp = () => {
  for (const server of servers) server.close()
  servers = []
  bystander.kill('SIGKILL')
  rmSync(base, { recursive: true, force: true })
  rmSync(home, { recursive: true, force: true })
}

/** What an attack could have changed. */
const machine = () => ({
  secrets: host.secrets.map((path) => readFileSync(path, 'utf8')),
  outside: readdirSync(host.outside),
  around: readdirSync(base).sort(),
  kernel: existsSync(kernelFile) ? readFileSync(kernelFile, 'utf8') : '',
  hostname: hostname(),
  bystander: [bystander.exitCode, bystander.signalCode],
  visits,
})

/** Tries every attack as programs of somebody, in bubblewrap alone: where that does not work none is run. */
export const resistsAttacks = async (who: Somebody) => {
  const probe = await who.probe()
  const absent = 'problem' in probe
  /** None of these is ever run but in the sandbox. */
  describe.skipIf(absent)(`of ${who.name}, a program in bubblewrap gains nothing by${absent ? ` (skipped: ${probe.problem})` : ''}`, () => {
    beforeAll(setUp)
    afterAll(clearUp)
    let folder = ''
    let before: ReturnType<typeof machine>
    beforeEach(() => {
      folder = join(base, 'program')
      mkdirSync(folder)
      if (who.uid !== undefined) chownSync(folder, who.uid, who.uid)
      before = machine()
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))

    const attempt = async ({ code, ends, settings }: Attack) => {
      const result = await who.run(programOf('python', code(host)), { folder, seconds: 20, memoryMiB: 256, outputChars: 4000, ...settings })
      expect(result.sandbox).toBe('bubblewrap')
      expect(result.output.split('\n').filter((line) => line.startsWith('gained') || line.includes('Error'))).toEqual([])
      expect(result.fault?.kind).toBe(ends)
      expect(result.fault?.message ?? '').not.toMatch(/undefined|object/)
      expect(machine()).toEqual(before)
      // What was killed with much memory is a moment in dying.
      await expect.poll(() => processesOf(folder), { timeout: 1000 }).toEqual([])
      for (const name of result.files) expect(lstatSync(join(folder, name)).mode & 0o6000).toBe(0)
    }
    for (const attack of attacks) test(attack.name, () => attempt(attack))
  })
}
