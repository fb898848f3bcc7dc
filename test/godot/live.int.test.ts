import { once } from 'node:events'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { roleNames } from '../../src/core/names.ts'
import { openSqliteEventLog } from '../../src/store/sqlite-event-log.ts'
import { startServing } from '../seeds/serving.ts'
import { startGal, until } from '../support/gal.ts'
import { temporary } from '../support/temporary.ts'
import { writeBigLog } from '../web/big-log.ts'
import { startServe } from '../wire/serving.ts'
import { errorsIn, fast, godot, imported, readReport, startViewer, why } from './godot.ts'
import { arrivedIn, beginRun, eventsOf, inOrder, linesOf, placesIn, reportOf, snapped, stateOf, topic, turnsIn } from './watched-run.ts'

describe.skipIf(!godot)(`the Godot viewer on a real lab${why}`, () => {
  beforeAll(imported, 200_000)

  test(
    'a rehearsal is watched from its first entry to its last: the same state as the server has, and every turn in its room',
    {
      timeout: 240_000,
    },
    async () => {
      const cwd = temporary()
      const server = await startServing({ cwd })
      onTestFinished(async () => void (await server.stop()))
      const base = `http://127.0.0.1:${server.port}`
      const file = join(cwd, 'report.jsonl')
      const viewer = startViewer([`--url=${base}`, '--at=1', '--speed=4', '--quit-at-end', `--lab-report=${file}`], cwd, fast)
      expect(await until(() => readReport(file).some(({ state }) => state === 'OPEN'), 60_000), viewer.said()).toBe(true)
      const run = await beginRun(base)
      const lines = await reportOf(viewer, file)
      expect(errorsIn(viewer.said())).toEqual([])
      const events = await eventsOf(base, run)
      const end = linesOf(lines, 'end')[0]
      expect([end?.seq, end?.entries]).toEqual([events.length, events.length])
      const state = await stateOf(base, run)
      expect(snapped(end?.state, state)).toEqual(state)
      const turns = turnsIn(events)
      expect(linesOf(lines, 'turn').map(({ turn, role, phase }) => ({ turn, role, phase }))).toEqual(turns)
      expect(inOrder(placesIn(lines))).toEqual(inOrder(turns))
      expect(arrivedIn(lines)).toBeGreaterThan(0.9)
    },
  )

  test(
    'while a rehearsal runs its server is killed and started anew three times: no entry is missed, no figure is lost',
    {
      timeout: 240_000,
    },
    async () => {
      const runs = temporary()
      let server = await startServe(runs)
      const { port } = server
      onTestFinished(() => server.kill())
      const file = join(runs, 'report.jsonl')
      const words = [`--url=ws://127.0.0.1:${port}`, '--at=1', '--speed=4', '--quit-at-end', `--lab-report=${file}`]
      const viewer = startViewer(words, runs, fast)
      const opened = () => readReport(file).filter(({ state }) => state === 'OPEN').length
      expect(await until(() => opened() === 1, 60_000), viewer.said()).toBe(true)
      const long = ['--set', 'phases.running-experiments.rounds=8', '--set', 'phases.running-experiments.candidates=3']
      const driver = startGal(['run', topic, '--model', 'rehearsal', '--runs', runs, '--plain', '--no-serve', ...long], { cwd: runs })
      const driven = once(driver, 'exit')
      const log = openSqliteEventLog(join(runs, 'gal.sqlite'), { clock: Date.now, alive: () => true })
      onTestFinished(() => log.close())
      const stored = () => log.runs().flatMap(({ run }) => log.read(run, 0))
      for (const kill of [1, 2, 3]) {
        expect(await until(() => stored().length > 100 * kill, 60_000)).toBe(true)
        await server.kill()
        server = await startServe(runs, port)
        expect(await until(() => opened() > kill, 60_000), viewer.said()).toBe(true)
      }
      expect((await driven)[0]).toBe(0)
      const lines = await reportOf(viewer, file)
      expect(errorsIn(viewer.said())).toEqual([])
      const events = stored()
      const end = linesOf(lines, 'end')[0]
      expect([end?.seq, end?.entries]).toEqual([events.length, events.length])
      const state = await stateOf(`http://127.0.0.1:${port}`, events[0]?.run ?? '')
      expect(snapped(end?.state, state)).toEqual(state)
      expect(linesOf(lines, 'turn').filter(({ there }) => !there)).toEqual([])
      expect(linesOf(lines, 'turn').map(({ turn }) => turn)).toEqual(turnsIn(events).map(({ turn }) => turn))
      expect(Object.keys(end?.people ?? {}).sort()).toEqual([...roleNames].sort())
      process.stdout.write(`${linesOf(lines, 'link').filter(({ state }) => state === 'WAITING').length} waits, ${events.length} entries\n`)
    },
  )

  test('a run of 50,000 entries is on the stage, as it is now, within 3 s of the connection', { timeout: 240_000 }, async () => {
    const cwd = temporary()
    writeBigLog(join(cwd, 'gal.sqlite'), 'big', 50_000)
    const server = await startServe(cwd)
    onTestFinished(() => server.kill())
    const base = `http://127.0.0.1:${server.port}`
    const state = await stateOf(base, 'big')
    const file = join(cwd, 'report.jsonl')
    const viewer = startViewer([`--url=${base}`, '--run=big', `--lab-report=${file}`], cwd)
    const shown = () => readReport(file).find(({ line, seq }) => line === 'jump' && seq === 50_000)
    expect(await until(() => shown() !== undefined, 60_000), viewer.said()).toBe(true)
    const connecting = readReport(file).find(({ state: now }) => now === 'CONNECTING')?.ms ?? 0
    const taken = (shown()?.ms ?? Number.POSITIVE_INFINITY) - connecting
    process.stdout.write(`50,000 entries: on the stage ${taken} ms after the connection was begun\n`)
    expect(snapped(shown()?.state, state)).toEqual(state)
    expect(taken).toBeLessThan(3000)
    expect(errorsIn(viewer.said())).toEqual([])
    const sent = readReport(file).filter(({ line }) => line === 'turn')
    const places = readReport(file).filter(({ line }) => line === 'place')
    expect(sent.filter(({ there }) => !there)).toEqual([])
    expect(places.filter(({ stands, room, phase }) => !stands || room !== phase)).toEqual([])
  })
})
