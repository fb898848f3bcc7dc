import { expect, test, vi } from 'vitest'
import { createViewerState } from '../../../src/core/viewer/fold.ts'
import type { Rest } from './rest.ts'
import { createRunStore } from './run-store.ts'
import type { Follower, Wire } from './wire.ts'

const at = '2026-11-21T12:00:00.000Z'
const note = (seq: number) => ({
  type: 'event' as const,
  run: 'a',
  seq,
  pos: seq,
  at,
  event: { type: 'note-add', by: 'you', text: `note ${seq}` },
})

/** A store whose server knows an empty run, and whose frames come when the test says so. */
const start = async () => {
  const answers: Readonly<Record<string, unknown>> = { '/v1/runs/a/state': createViewerState('a'), '/v1/runs/a': { driver: null } }
  const json = vi.fn(async (path: string) => answers[path] ?? { events: [], next: null, head: 0 })
  const followers: Follower[] = []
  const again = vi.fn()
  const follow = (follower: Follower) => {
    followers.push(follower)
    return () => undefined
  }
  const frames: ((at: number) => void)[] = []
  const store = createRunStore('a', {
    rest: { json, blob: async () => new Blob() } as unknown as Rest,
    wire: { follow, again } as unknown as Wire,
    frames: { request: (work) => frames.push(work), cancel: () => undefined, now: () => 0 },
  })
  await vi.waitFor(() => expect(followers).toHaveLength(1))
  const draw = () => {
    for (const work of frames.splice(0)) work(0)
  }
  draw()
  return { store, follower: followers[0] as Follower, again, frames, draw }
}

test('many entries in one frame of the screen are one change for pages', async () => {
  const { store, follower, frames, draw } = await start()
  const changes = vi.fn()
  store.subscribe(changes)
  for (const seq of [1, 2, 3]) follower.take(note(seq))
  expect(frames).toHaveLength(1)
  draw()
  expect(changes).toHaveBeenCalledOnce()
  expect(store.get().view?.state.notes.map(({ text }) => text)).toEqual(['note 1', 'note 2', 'note 3'])
  store.close()
})

test('a gap is asked for once, and an entry that comes twice counts once', async () => {
  const { store, follower, again, draw } = await start()
  follower.take(note(1))
  for (const seq of [3, 4, 5]) follower.take(note(seq))
  expect(again).toHaveBeenCalledOnce()
  expect(follower.after()).toBe(1)
  for (const seq of [1, 2, 3, 4, 5]) follower.take(note(seq))
  draw()
  expect(store.get().view?.state.notes).toHaveLength(5)
  expect(store.get().view?.entries.loaded).toBe(5)
  follower.take(note(5))
  expect(again).toHaveBeenCalledOnce()
  follower.take(note(9))
  expect(again).toHaveBeenCalledTimes(2)
  store.close()
})

test('what is being said is there until its entry is', async () => {
  const { store, follower, draw } = await start()
  const delta = (text: string) => follower.take({ type: 'signal', run: 'a', key: 'delta', data: { turn: 't1', role: 'postdoc', text } })
  delta('Two ')
  delta('reviewers')
  draw()
  expect(store.get().view?.speaking.get('t1')).toBe('Two reviewers')
  follower.take({
    ...note(1),
    event: { type: 'turn-reply', id: 't1', text: 'Two reviewers say so.', model: 'm', usage: { input: 1, output: 1, cost: 0 } },
  })
  draw()
  expect(store.get().view?.speaking.size).toBe(0)
  store.close()
})

test('a snapshot in parts takes the place of what was missed', async () => {
  const { store, follower, draw } = await start()
  follower.take(note(1))
  const text = JSON.stringify({ ...createViewerState('a'), seq: 20_000, topic: 'far on' })
  const part = (number: number, state: string) => follower.take({ type: 'snapshot', run: 'a', seq: 20_000, part: number, parts: 2, state })
  part(1, text.slice(0, 40))
  draw()
  expect(store.get().view?.head.seq).toBe(1)
  part(2, text.slice(40))
  follower.take(note(20_001))
  draw()
  expect(store.get().view?.head).toMatchObject({ seq: 20_001, topic: 'far on' })
  expect(store.get().view?.entries).toMatchObject({ head: 20_001, loaded: 1 })
  store.close()
})
