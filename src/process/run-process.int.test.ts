import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ProcessSpec, runProcess } from './run-process.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'gal-process-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const nobody = new AbortController().signal
const run = (
  command: string,
  args: string[],
  spec: Partial<ProcessSpec> = {},
  signal = nobody,
  onOutput = (_text: string): void => undefined,
) => runProcess({ command, args, cwd, env: { PATH: '/usr/bin:/bin' }, seconds: 20, outputChars: 1000, ...spec }, signal, onOutput)
const shell = (script: string, spec: Partial<ProcessSpec> = {}, signal = nobody) => run('sh', ['-c', script], spec, signal)

const grows = async (name: string) => {
  const size = () => readFileSync(join(cwd, name)).length
  const before = size()
  await new Promise((resolve) => setTimeout(resolve, 150))
  return size() > before
}

test('the exit code is passed on, and errors are heard in their order among the output', async () => {
  const end = await shell('echo one; echo two >&2; echo three; exit 3')
  expect(end).toMatchObject({ exitCode: 3, signal: null, timedOut: false, cancelled: false, output: 'one\ntwo\nthree\n' })
  expect(end.spawnError).toBeUndefined()
})

test('the signal is passed on', async () => {
  expect(await shell('kill -TERM $$')).toMatchObject({ exitCode: null, signal: 'SIGTERM' })
})

test('a program that is not there, or a folder, is told and not thrown', async () => {
  expect((await run('no-such-program', [])).spawnError).toBe(
    'no-such-program could not be started: there is no such program, or no such working folder',
  )
  expect((await run('sh', [], { cwd: '/nowhere' })).spawnError).toMatch(/no such working folder/)
})

test('input is given, is empty when there is none, and need not be read', async () => {
  expect((await run('cat', [], { stdin: 'größe' })).output).toBe('größe')
  expect((await run('cat', [])).output).toBe('')
  expect((await run('true', [], { stdin: 'x'.repeat(1e6) })).exitCode).toBe(0)
})

test('nothing of the environment, and no pipe of the guard, is passed on', async () => {
  const { output } = await run('env', [], { env: { PATH: '/usr/bin:/bin', ONE: '1' } })
  expect(
    output
      .replace(/GAL_PROCESS=.*\n/, '')
      .trim()
      .split('\n')
      .sort(),
  ).toEqual(['ONE=1', 'PATH=/usr/bin:/bin'])
  const script = `const { fstatSync } = require('node:fs')
for (const fd of [0, 1, 2]) console.log(fd, fstatSync(fd).isSocket() || fstatSync(fd).isFIFO())
try { console.log(fstatSync(3).isSocket()) } catch { console.log('closed') }`
  expect((await run(execPath, ['--eval', script])).output).not.toMatch(/^true$/m)
})

test('output is streamed as it comes, and no character is broken between two pieces', async () => {
  const heard: string[] = []
  const script = `printf 'a\\303'; sleep 0.1; printf '\\251b'`
  const end = await run('sh', ['-c', script], {}, nobody, (text) => heard.push(text))
  expect([end.output, heard]).toEqual(['aéb', ['a', 'éb']])
})

test('100 MB of output are cut without being held', async () => {
  const before = process.memoryUsage().rss
  const end = await shell('head -c 100000000 /dev/zero | tr "\\0" x')
  expect(end.output).toBe(`${'x'.repeat(500)}\n[… 99999000 characters left out …]\n${'x'.repeat(500)}`)
  expect(process.memoryUsage().rss - before).toBeLessThan(100e6)
})

test('at the time limit everything dies: children deaf to SIGTERM, in sessions of their own, and daemons', async () => {
  const beat = (name: string) => `sh -c 'trap "" TERM; while :; do printf b >> ${name}; sleep 0.02; done'`
  const end = await shell(`${beat('child')} & setsid ${beat('session')} & (setsid ${beat('daemon')} &) ; wait`, { seconds: 0.5 })
  expect(end).toMatchObject({ exitCode: null, signal: 'SIGKILL', timedOut: true, cancelled: false })
  expect(await Promise.all(['child', 'session', 'daemon'].map(grows))).toEqual([false, false, false])
})

test('what a process leaves running when it ends dies with it, and does not keep its output open', async () => {
  const end = await shell('(setsid sleep 50 &) ; while :; do printf b >> beat; sleep 0.02; done & sleep 0.2')
  expect(end).toMatchObject({ exitCode: 0, timedOut: false })
  expect(end.seconds).toBeLessThan(10)
  expect(await grows('beat')).toBe(false)
})

test('an abort kills, and one that came before starts nothing', async () => {
  const controller = new AbortController()
  const running = run('sh', ['-c', 'echo ready; sleep 50'], {}, controller.signal, () => controller.abort())
  expect(await running).toMatchObject({ cancelled: true, timedOut: false, signal: 'SIGKILL' })
  expect(await shell('touch made', {}, controller.signal)).toMatchObject({ cancelled: true, exitCode: null })
  expect(existsSync(join(cwd, 'made'))).toBe(false)
})

test('when the guard itself is killed, the process dies too, and it is told', async () => {
  const end = await shell('while :; do printf b >> beat; [ $(wc -c < beat) -gt 3 ] && kill -9 $PPID; sleep 0.02; done')
  expect(end.spawnError).toBe('sh was lost: the process that guards it was killed')
  expect(await grows('beat')).toBe(false)
})

test('what is to be run at the end is run once the process is gone, whatever ended it', async () => {
  const ending = ['sh', '-c', 'printf ended >> ending; [ -e beat ] && wc -c < beat >> ending; true']
  await shell('true', { ending })
  expect(readFileSync(join(cwd, 'ending'), 'utf8')).toBe('ended')
  await shell('while :; do printf b >> beat; sleep 0.02; done', { ending, seconds: 0.5 })
  expect(readFileSync(join(cwd, 'ending'), 'utf8')).toMatch(/^endedended\d+\n$/)
  expect(await grows('beat')).toBe(false)
  expect((await shell('exit 4', { ending: ['no-such-program'] })).exitCode).toBe(4)
})

test('what is to be run at the end is run also when the guard is killed', async () => {
  await shell('kill -9 $PPID; sleep 20', { ending: ['touch', 'ending'] })
  await expect.poll(() => existsSync(join(cwd, 'ending')), { timeout: 5000 }).toBe(true)
})
