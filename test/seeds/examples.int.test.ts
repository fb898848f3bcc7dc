import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { briefFlags } from '../support/brief.ts'
import { gal, root, until } from '../support/gal.ts'
import { keptFolder, temporary } from '../support/temporary.ts'
import { type Agents, startAgents } from './agents.ts'
import { demo } from './frames.ts'
import { startProgram } from './program.ts'
import { findPython, type Python } from './python.ts'
import { type Serving, startServing } from './serving.ts'
import { openRun } from './write-run.ts'

const topic = 'Does label smoothing help a small classifier?'
const example = (name: string): string => join(root, 'examples', name)
const python: Python = findPython()
const isMissing = (command: string): boolean => spawnSync(command, ['--version']).error !== undefined
const shell = ['bash', 'curl', 'sed'].filter(isMissing)

/** Each example in its two languages: the same words, the same exit status. */
const languages = [
  { language: 'JavaScript', command: process.execPath, execute: 'execute-client.mjs', watch: 'watch.mjs', env: {}, why: undefined },
  {
    language: 'Python',
    command: python.command ?? '',
    execute: 'execute_client.py',
    watch: 'watch.py',
    env: python.why === undefined ? python.env : {},
    why: python.why,
  },
]

let agents: Agents
let server: Serving
let runs: string
let url: string
beforeAll(async () => {
  runs = keptFolder()
  agents = await startAgents()
  server = await startServing({ cwd: runs, args: ['--port', '0', '--set', 'model=rehearsal'], ...agents })
  url = `ws://localhost:${server.port}`
  expect((await gal(['run', topic, '--model', 'rehearsal', '--no-serve', '--plain', ...briefFlags], { cwd: runs })).status).toBe(0)
})
afterAll(async () => {
  await server.stop()
  await agents.close()
})

describe.each(languages)('in $language', ({ language, command, execute, watch, env, why }) => {
  const skipped = why === undefined ? '' : ` (skipped: ${why})`
  const start = (name: string, ...args: string[]) => startProgram(command, [example(name), ...args], temporary(), env)

  describe.skipIf(why !== undefined)(`1.16 ${execute}${skipped}`, () => {
    test.each([
      ['without an id', []],
      ['with its id', [demo]],
    ])('1.16 %s it executes the demo agent and ends with 0', async (_how, args) => {
      const { status, out } = await start(execute, ...args, '--url', url).end
      const [started, completed, ...results] = out.trim().split('\n')
      expect(started).toBe(`started: Iniciando ejecución del agente ${demo}`)
      expect(completed).toBe('completed: 2 actions')
      expect(results.map((line) => line.split(':')[0]?.trim())).toEqual(['list_runs', 'search_papers'])
      expect(status).toBe(0)
    })

    test.each([
      ['an agent that is not there', 'nadie', /^started: .*\nfailed: Agente no encontrado: nadie\n$/],
      ['an id that is too long', 'x'.repeat(129), /^error: El campo "agent_id" .*\n$/],
    ])('1.16 with %s ends with 1 and says why', async (_what, agent, words) => {
      const { status, out } = await start(execute, agent, '--url', url).end
      expect(out).toMatch(words)
      expect(status).toBe(1)
    })

    test('1.16 without a server it ends with 1 and says where it looked', async () => {
      const gone = await startServing({ cwd: temporary() })
      await gone.stop()
      const { status, out } = await start(execute, '--url', `ws://localhost:${gone.port}`).end
      expect(out).toContain(`no connection to ws://localhost:${gone.port}`)
      expect(status).toBe(1)
    })
  })

  describe.skipIf(why !== undefined)(`${watch}${skipped}`, () => {
    const seqs = (out: string) => [...out.matchAll(/^ *(\d+) [a-z]+-/gm)].map(([, seq]) => Number(seq))

    test('prints every entry of a run, in order, and ends with it', async () => {
      const { status, out } = await start(watch, 'does-label', '--url', url).end
      expect(seqs(out)).toEqual(seqs(out).map((_seq, place) => place + 1))
      expect(out).toMatch(/\d+ run-start [\s\S]*\d+ run-end /)
      expect(status).toBe(0)
    })

    test('goes on after the entry that it is told', async () => {
      const { out, status } = await start(watch, 'does-label', '--url', url, '--after', '5').end
      expect([seqs(out)[0], status]).toEqual([6, 0])
    })

    test('a run that is not there ends it with 1', async () => {
      const { out, status } = await start(watch, 'nothing-of-that-name', '--url', url).end
      expect(out).toContain('subscribe was refused')
      expect(status).toBe(1)
    })

    test('a server that goes away and comes back costs no entry and brings none twice', async () => {
      const cwd = temporary()
      const first = await startServing({ cwd })
      const run = openRun(cwd, 'r1')
      onTestFinished(run.close)
      run.note(40)
      const watcher = start(watch, '--url', `ws://localhost:${first.port}`)
      expect(await until(() => watcher.said().includes('now live'), 20_000), watcher.said()).toBe(true)
      await first.stop()
      run.note(40)
      run.end()
      const second = await startServing({ cwd, args: ['--port', String(first.port)] })
      const { status, out } = await watcher.end
      expect(seqs(out)).toEqual(Array.from({ length: 82 }, (_, place) => place + 1))
      expect(status).toBe(0)
      await second.stop()
    })

    test('who missed more than 10,000 entries is told where the run stands, and goes on from there', async () => {
      const cwd = temporary()
      const own = await startServing({ cwd })
      const run = openRun(cwd, 'r1')
      onTestFinished(run.close)
      run.note(10_001)
      const watcher = start(watch, 'r1', '--url', `ws://localhost:${own.port}`)
      expect(await until(() => watcher.said().includes('now live'), 30_000), watcher.said()).toBe(true)
      run.end()
      const { status, out } = await watcher.end
      expect(out).toMatch(/too much was missed: .*10002/)
      expect(seqs(out)).toEqual([10_003])
      expect(status).toBe(0)
      await own.stop()
    })

    test('a token opens a server that wants one; without it there is no second try', async () => {
      const token = 'a-token-that-is-long-enough-to-be-taken-for-one'
      const guarded = await startServing({ cwd: runs, args: ['--port', '0', '--token', token] })
      onTestFinished(() => void guarded.stop())
      const [place, run] = [`ws://localhost:${guarded.port}`, 'does-label']
      const [without, shown] = [start(watch, run, '--url', place), start(watch, run, '--url', place, '--token', token)]
      expect([(await without.end).status, (await shown.end).status], `${language}: ${without.said()}`).toEqual([1, 0])
    })
  })
})

describe.skipIf(shell.length > 0)(`rest.sh${shell.length > 0 ? ` (skipped: ${shell.join(', ')} missing)` : ''}`, () => {
  test('begins a run, follows it, answers what it asks, and fetches the report', async () => {
    const cwd = temporary()
    const { status, out } = await startProgram(
      'bash',
      [example('rest.sh'), `${topic} With "quotes" and a \\`, `http://localhost:${server.port}`],
      cwd,
    ).end
    const run = /^run (\S+)$/m.exec(out)?.[1] ?? ''
    expect(out).toMatch(/asked gate\.plan-formulation\.1\n/)
    expect(out).toMatch(/ended complete\nreport \S+\.md\n$/)
    expect(status).toBe(0)
    expect(readFileSync(join(cwd, `${run}.md`), 'utf8')).toMatch(/^# /)
    const list = JSON.parse((await gal(['runs', '--json'], { cwd: runs })).out) as { run: string; topic: string }[]
    expect(list.find((one) => one.run === run)?.topic).toBe(`${topic} With "quotes" and a \\`)
  })

  test('ends with the reason when it is refused', async () => {
    const { status, out } = await startProgram('bash', [example('rest.sh'), ' ', `http://localhost:${server.port}`], temporary()).end
    expect(out).toMatch(/not begun: .*"status":422.*topic/)
    expect(status).not.toBe(0)
  })
})
