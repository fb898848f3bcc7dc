import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ViewerState } from '../../src/core/viewer/viewer-state.ts'
import { createRest, type Rest } from '../../web/src/live/rest.ts'
import { createRunStore, type RunStore } from '../../web/src/live/run-store.ts'
import type { RunView } from '../../web/src/live/run-view.ts'
import { createWire, type Wire } from '../../web/src/live/wire.ts'
import { gal, until } from '../support/gal.ts'
import { keptFolder } from '../support/temporary.ts'
import { type Served, serve } from './serve.ts'

const topic = 'Does label smoothing help a small classifier?'

/** Node has no screen: a frame comes every 10 ms. */
const frames = {
  request: (work: (at: number) => void) => Number(setTimeout(() => work(performance.now()), 10)),
  cancel: (handle: number) => clearTimeout(handle),
  now: () => performance.now(),
}
const connect = ({ url }: Served): { rest: Rest; wire: Wire } => ({
  rest: createRest(
    (path, options) => fetch(new URL(String(path), url), options),
    () => undefined,
  ),
  wire: createWire({
    url: `${url.replace('http', 'ws')}/v1/ws`,
    token: () => undefined,
    open: (address, protocols) => new WebSocket(address, protocols),
    now: () => Date.now(),
    random: () => 0.5,
    onOtherLog: () => undefined,
  }),
})
const shown = async (store: RunStore, is: (view: RunView) => boolean): Promise<RunView> => {
  const isShown = () => {
    const { view } = store.get()
    return view !== undefined && is(view)
  }
  expect(await until(isShown, 30_000)).toBe(true)
  const { view } = store.get()
  if (!view) throw new Error('no view')
  return view
}
const isWhole = ({ entries, head }: RunView) => entries.loaded === head.seq && entries.loaded > 0

describe('a run that has ended', () => {
  const runs = keptFolder()
  let server: Served
  let parts: ReturnType<typeof connect>
  let run: string
  let store: RunStore
  beforeAll(async () => {
    await gal(['run', topic, '--model', 'rehearsal', '--runs', runs, '--plain', '--no-serve'], { cwd: runs })
    server = await serve(runs)
    parts = connect(server)
    run = (await parts.rest.json<{ runs: { run: string }[] }>('/v1/runs')).runs[0]?.run ?? ''
    store = createRunStore(run, { ...parts, frames })
  })
  afterAll(async () => {
    store.close()
    parts.wire.close()
    await server.stop()
  })
  const stateAt = (seq: number) => parts.rest.json<ViewerState>(`/v1/runs/${run}/state?at=${seq}`)

  test('comes with its state, then with every entry from the start', async () => {
    const view = await shown(store, isWhole)
    expect(view.state.outcome).toEqual({ kind: 'complete' })
    expect(view.state).toBe(view.head)
    expect(view.entries.at(1)?.event.type).toBe('run-start')
    expect(view.entries.at(view.head.seq)?.event.type).toBe('run-end')
    expect(view.driven).toBe(false)
  })

  test('is shown at any moment as the server shows it there', async () => {
    const { head, player } = await shown(store, isWhole)
    for (const part of [0, 0.13, 0.5, 0.77, 0.99]) {
      const seq = Math.max(1, Math.floor(head.seq * part))
      player.seek(seq)
      const view = await shown(store, ({ state }) => state.seq === seq)
      expect(view.state).toEqual(await stateAt(seq))
      expect(view.head).toBe(head)
    }
    player.seek(null)
    expect((await shown(store, ({ state }) => state === head)).player.moment).toBe(null)
  })

  test('plays from a moment to its end, and is live again', async () => {
    const { head, player } = await shown(store, isWhole)
    player.seek(head.seq - 20)
    await shown(store, ({ state }) => state.seq === head.seq - 20)
    player.play(16)
    const moments = new Set<number>()
    const unsubscribe = store.subscribe(() => moments.add(store.get().view?.state.seq ?? 0))
    await shown(store, ({ player: now }) => now.moment === null)
    unsubscribe()
    expect(moments.size).toBeGreaterThan(1)
    expect(store.get().view?.player.speed).toBe(null)
  })

  test('gives an entry whole that came cut', async () => {
    const { entries } = await shown(store, isWhole)
    const seqs = Array.from({ length: entries.head }, (_, place) => place + 1)
    const long = seqs.find((seq) => {
      const event = entries.at(seq)?.event
      return event?.type === 'turn-reply' && typeof event.text !== 'string'
    })
    expect(long).toBeDefined()
    const whole = await entries.whole(long ?? 0)
    expect(whole.seq).toBe(long)
    expect(whole.event).toMatchObject({ type: 'turn-reply', text: expect.any(String) })
  })

  test('a run that is not there is told by its code', async () => {
    const none = createRunStore('no-such-run', { ...parts, frames })
    expect(await until(() => none.get().problem !== undefined)).toBe(true)
    expect(none.get()).toMatchObject({ view: undefined, problem: { code: 'unknown-run', status: 404 } })
    none.close()
  })
})

test('a run is followed live, through the loss of its server, without a gap', async () => {
  const runs = keptFolder()
  let server = await serve(runs)
  const parts = connect(server)
  expect(await until(() => parts.wire.connection.get().status === 'live')).toBe(true)
  const { run } = await parts.wire.send({ type: 'run.start', topic, config: { model: 'rehearsal' }, idempotency_key: 'one' })
  const store = createRunStore(String(run), { ...parts, frames })
  const seen = await shown(store, ({ head }) => head.seq > 20)
  expect(seen.driven || (await shown(store, ({ driven }) => driven)).driven).toBe(true)

  await server.stop()
  expect(await until(() => parts.wire.connection.get().status === 'lost')).toBe(true)
  expect(store.get().view?.head.seq).toBeGreaterThanOrEqual(seen.head.seq)
  server = await serve(runs, [], server.port)
  expect(await until(() => parts.wire.connection.get().status === 'live', 20_000)).toBe(true)
  await parts.wire.send({ type: 'run.resume', run: String(run) })

  const view = await shown(store, (now) => now.head.outcome !== null && isWhole(now))
  expect(view.head).toEqual(await parts.rest.json(`/v1/runs/${String(run)}/state`))
  expect(Array.from({ length: view.head.seq }, (_, place) => view.entries.at(place + 1)?.seq)).toEqual(
    Array.from({ length: view.head.seq }, (_, place) => place + 1),
  )
  store.close()
  parts.wire.close()
  await server.stop()
})
