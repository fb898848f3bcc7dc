import { afterEach, expect, test } from 'vitest'
import type { ViewerState } from '../core/viewer/viewer-state.ts'
import { type Client, openClient } from './testing/client.ts'
import { startSocketBench } from './testing/socket-bench.ts'
import { standInControl, summaryOf } from './testing/stand-in-control.ts'
import { writeNotes } from './testing/write-notes.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})
const upTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, index) => from + index)

/** A run of some events whose state is long enough for several frames and was made a little before the end. */
const start = async (events: number, gap: number) => {
  const state = { run: 'r', seq: events - 3, topic: '🧪'.repeat(40_000) } as Partial<ViewerState> as ViewerState
  const control = standInControl({ state: () => state, run: () => summaryOf('r') })
  const server = await startSocketBench({ control, limits: { gap } })
  cleanUps.push(server.close)
  writeNotes(server.log, 'r', 1, events)
  const viewer = await openClient(server.url)
  viewer.send({ type: 'hello', id: 'h', client: 'test' })
  return { ...server, state, viewer }
}
const kinds = ({ frames }: Client) =>
  frames.map(({ type }) => type).filter((type, index, all) => type !== all[index - 1] && type !== 'welcome' && type !== 'result')

test('who missed more than the gap gets a snapshot, the events after it, caught-up, and then what comes', async () => {
  const { viewer, state, log } = await start(150, 100)
  viewer.send({ type: 'subscribe', id: 's', run: 'r', after: 49 })
  expect(await viewer.result('s')).toMatchObject({ ok: true, result: { run: 'r', after: 49, snapshot: 147 } })
  expect(await viewer.first('caught-up')).toMatchObject({ seq: 150 })
  writeNotes(log, 'r', 151, 152)
  await viewer.events(5)
  expect(viewer.seqs()).toEqual(upTo(152, 148))
  expect(kinds(viewer)).toEqual(['snapshot', 'event', 'caught-up', 'event'])
  const parts = viewer.all('snapshot')
  expect(parts.length).toBeGreaterThan(1)
  expect(JSON.parse(parts.map((part) => part.state).join(''))).toEqual(state)
  expect(Math.max(...viewer.sizes)).toBeLessThanOrEqual(61_440)
})

test('who missed exactly the gap gets every event', async () => {
  const { viewer } = await start(150, 100)
  viewer.send({ type: 'subscribe', id: 's', run: 'r', after: 50 })
  await viewer.first('caught-up')
  expect([viewer.seqs(), kinds(viewer)]).toEqual([upTo(150, 51), ['event', 'caught-up']])
})

test('who follows all runs gets every event, however many', async () => {
  const { viewer } = await start(350, 100)
  viewer.send({ type: 'subscribe', id: 's', run: '*' })
  await viewer.first('caught-up')
  expect([viewer.seqs(), kinds(viewer)]).toEqual([upTo(350), ['event', 'caught-up']])
})

test('a client that takes larger frames gets fewer parts', async () => {
  const { viewer, url } = await start(150, 100)
  const large = await openClient(url)
  large.send({ type: 'hello', id: 'h', client: 'test', max_frame: 1_000_000 })
  for (const client of [viewer, large]) client.send({ type: 'subscribe', id: 's', run: 'r' })
  await Promise.all([viewer, large].map((client) => client.first('caught-up')))
  expect(large.all('snapshot')).toHaveLength(1)
})

test.each(['latest', 'label'])('the run may be named %s, and the result says which it is', async (name) => {
  const { viewer } = await start(3, 100)
  viewer.send({ type: 'subscribe', id: 's', run: name })
  expect(await viewer.result('s')).toMatchObject({ ok: true, result: { run: 'r', after: 0 } })
  expect((await viewer.events(3)).map(({ run }) => run)).toEqual(['r', 'r', 'r'])
  viewer.send({ type: 'subscribe', id: 'all', run: '*' })
  expect(await viewer.result('all')).toMatchObject({ ok: false, error: { code: 'followed-already' } })
})

test('long texts are cut for who wants that, live ones too, and for nobody else', async () => {
  const { viewer, url, log } = await start(0, 100)
  writeNotes(log, 'r', 1, 1, 'x'.repeat(500))
  const other = await openClient(url)
  other.send({ type: 'hello', id: 'h', client: 'test' })
  other.send({ type: 'subscribe', id: 's', run: 'r' })
  viewer.send({ type: 'subscribe', id: 's', run: 'r', cut: 64 })
  await Promise.all([viewer, other].map((client) => client.first('caught-up')))
  writeNotes(log, 'r', 2, 3, 'x'.repeat(500))
  writeNotes(log, 'r', 4, 4)
  const [cut, whole] = await Promise.all([viewer, other].map((client) => client.events(4)))
  expect(cut?.map((frame) => frame.cut)).toEqual([true, true, true, undefined])
  expect(cut?.[1]?.event).toMatchObject({ text: { chars: 502, head: `2 ${'x'.repeat(62)}` } })
  expect(whole?.map((frame) => frame.event)).toEqual(log.read('r', 0).map(({ event }) => event))
})
