import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tailRun } from '../../lab/tail.ts'
import { unusedUrl } from '../../models/stand-in/server.ts'
import { mostDriven } from './drives.ts'
import { createRunControl } from './lab-control.ts'
import { openTestControl, startOllama, type TestControl, thinking } from './testing/test-control.ts'

const topic = 'Does label smoothing help a small classifier?'

/** Waits until an event of this type is on a run's log. */
const untilEvent = async ({ lab }: TestControl, run: string, type: string): Promise<void> => {
  for await (const { event } of tailRun(lab.log, run, 0, AbortSignal.timeout(50_000))) if (event.type === type) return
  throw new Error(`${run} ended without ${type}`)
}

describe('a run that is started from outside', () => {
  test('is driven in this process to its end, and tells what is not stored', async () => {
    const control = openTestControl()
    const keys = new Set<string>()
    const { run, begun } = await new Promise<Awaited<ReturnType<TestControl['start']>>>((resolve, reject) => {
      control.onSignal((name, key, data) => {
        keys.add(`${name} ${key} ${typeof data.text}`)
      })
      control.start({ topic, config: { seed: 3 }, by: 'test' }).then(resolve, reject)
    })
    expect(begun).toBe(true)
    expect(control.run(run)).toMatchObject({ run, topic, driver: { pid: process.pid } })
    await untilEvent(control, run, 'run-end')
    expect([...keys]).toContain(`${run} delta string`)
    expect(control.state(run)).toMatchObject({ run, seed: 3, outcome: { kind: 'complete' } })
    expect(control.state(run, 1)).toMatchObject({ seq: 1, outcome: null })
    expect(control.runs().map((row) => row.run)).toEqual([run])
    await expect(control.resume('latest', 'test')).rejects.toMatchObject({ code: 'run-ended' })
    expect(control.defects).toEqual([])
  })

  test('is refused, and nothing is stored, for a topic or a setting that cannot be used', async () => {
    const control = openTestControl()
    await expect(control.start({ topic: ' ', by: 'test' })).rejects.toMatchObject({ code: 'bad-topic' })
    await expect(control.start({ topic, config: { runs: '/etc' }, by: 'test' })).rejects.toMatchObject({ code: 'bad-config' })
    await expect(control.start({ topic, config: { model: 'olama:x' }, by: 'test' })).rejects.toMatchObject({ code: 'unknown-model' })
    expect(control.lab.log.runs()).toEqual([])
  })

  test('is kept when its model cannot be had, and whoever asked is told both', async () => {
    const control = openTestControl({ sets: ['model=ollama:x', `models.ollama.base-url=${await unusedUrl()}`] })
    const [row] = await control.start({ topic, by: 'test' }).then(
      () => [],
      (error) => {
        expect(error).toMatchObject({ code: 'model-unreachable', hint: expect.stringMatching(/the run is kept: resume does-label/) })
        return control.runs()
      },
    )
    expect(row).toMatchObject({ status: 'interrupted', driver: null })
    expect(control.defects).toEqual([])
  })
})

describe('while runs are being driven', () => {
  test('so many at once are taken and no more; a close makes them let go, and they can be resumed', async () => {
    const { sets } = await startOllama(thinking)
    const first = openTestControl({ sets })
    const runs = await Promise.all(
      Array.from({ length: mostDriven }, (_, place) => first.start({ topic: `${topic} ${place}`, by: 'test' })),
    )
    await expect(first.start({ topic, by: 'test' })).rejects.toMatchObject({ code: 'too-many-runs', retryable: true })
    const [{ run } = { run: '' }] = runs
    await expect(first.resume(run, 'test')).rejects.toMatchObject({ code: 'too-many-runs' })
    first.stop(runs[1]?.run ?? '', 'test')
    await untilEvent(first, runs[1]?.run ?? '', 'run-halt')
    await first.close()
    expect(first.runs().map(({ status, driver }) => [status, driver])).toEqual([
      ['interrupted', null],
      ['stopped', null],
      ['interrupted', null],
      ['interrupted', null],
    ])
    for (const row of first.lab.log.runs())
      expect(first.lab.log.read(row.run, 0).at(-1)?.event).toMatchObject({ type: 'run-halt', cause: 'stop' })
    await expect(first.start({ topic, by: 'test' })).rejects.toMatchObject({ code: 'not-here' })
    expect(first.defects).toEqual([])

    const second = openTestControl({ folder: first.folder })
    await expect(second.resume(run, 'test')).resolves.toEqual({ run })
    await expect(second.resume(run, 'test')).rejects.toMatchObject({ code: 'run-driven' })
  })

  test('people are heard, under their names, and long or empty words are refused in words', async () => {
    const { sets } = await startOllama(thinking)
    const control = openTestControl({ sets })
    const { run } = await control.start({ topic, by: 'test' })
    control.note('latest', 'n'.repeat(300), ' Be short. ', 'report-writing')
    expect(control.state(run).notes).toMatchObject([{ by: 'n'.repeat(100), text: 'Be short.', phase: 'report-writing' }])
    expect(() => control.note(run, 'web', 'x'.repeat(4001))).toThrow(/4001 characters/)
    expect(() => control.note(run, 'web', ' ')).toThrow(/empty/)
    expect(() => control.answer(run, 'web', 'gate.1', 'yes')).toThrow(/has asked no question gate\.1/)
    control.pause(run, '')
    await untilEvent(control, run, 'run-halt')
    expect(control.run(run).status).toBe('paused')
  })
})

test('a process that drives one run takes no others', async () => {
  const { lab, ...rest } = openTestControl()
  const control = createRunControl({ lab, onProblem: () => undefined, onDefect: () => undefined })
  await expect(control.start({ topic, by: 'test' })).rejects.toMatchObject({
    code: 'not-here',
    message: expect.stringContaining('gal serve takes new ones'),
  })
  await expect(control.resume('latest', 'test')).rejects.toMatchObject({ code: 'not-here' })
  expect(control.agents()).toEqual(rest.agents())
})

describe('a file of a run', () => {
  test('is given by its name on the log, and by nothing else', async () => {
    const control = openTestControl()
    const { run } = await control.start({ topic, by: 'test' })
    await untilEvent(control, run, 'run-end')
    const name = 'report/report.md'
    const file = control.artifact('latest', name)
    expect(file?.content.toString()).toContain(topic)
    expect(file).toMatchObject({ name, bytes: file?.content.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    writeFileSync(join(control.folder, run, 'notes.md'), 'not of the run')
    for (const other of ['notes.md', '../gal.sqlite', `../${run}/${name}`, 'report/../report/report.md', '/etc/passwd', 'toString', ''])
      expect(control.artifact(run, other), other).toBeUndefined()
    expect(() => control.artifact('nothing', name)).toThrow(/there is no run nothing/)
  })

  test('that was changed outside gal is refused', async () => {
    const control = openTestControl()
    const { run } = await control.start({ topic, by: 'test' })
    await untilEvent(control, run, 'run-end')
    writeFileSync(join(control.folder, run, 'report', 'report.md'), 'better results')
    expect(() => control.artifact(run, 'report/report.md')).toThrow(expect.objectContaining({ code: 'bad-record' }))
  })
})
