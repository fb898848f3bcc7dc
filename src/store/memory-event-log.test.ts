import { expect, test } from 'vitest'
import type { LabEvent } from '../core/events/index.ts'
import { describeEventLog, type Storage } from './event-log.conformance.ts'
import { createMemoryDisk, createMemoryEventLog } from './memory-event-log.ts'

const createStorage = (): Storage => {
  const disk = createMemoryDisk()
  const rowsOf = (run: string) => disk.runs.get(run)?.rows ?? []
  const forged = JSON.stringify({ type: 'stop-ask', by: 'forger' })
  return {
    open: (parts) => createMemoryEventLog({ disk, ...parts }),
    changeRow: (run, seq) => void Object.assign(rowsOf(run)[seq - 1] ?? {}, { body: forged }),
    removeRow: (run, seq) => void rowsOf(run).splice(seq - 1, 1),
    addRow(run) {
      const last = rowsOf(run).at(-1)
      if (last) rowsOf(run).push({ ...last, seq: last.seq + 1, body: forged })
    },
    changeBlob: (sha) => void disk.blobs.set(sha, 'forged'),
    remove: () => disk.rows.splice(0),
  }
}

describeEventLog('memory', createStorage)

const owner = { pid: 1, started: '1', host: 'here' }
const stop: LabEvent = { type: 'stop-ask', by: 'test' }

test('a log without room for all of an append dies, stores none of it, and the disk can be opened again', () => {
  const disk = createMemoryDisk()
  const dying = createMemoryEventLog({ disk, room: 2 })
  dying.create('a')
  const got = dying.acquire('a', owner)
  if (!('lease' in got)) throw new Error('the run is not free')
  dying.append(got.lease, [stop], 0)
  expect(() => dying.append(got.lease, [stop, stop], 1)).toThrow('died with 1 events stored')
  expect(() => dying.append(got.lease, [stop], 1)).toThrow('died')
  expect(() => dying.input('a', stop)).toThrow('died')

  const reborn = createMemoryEventLog({ disk, alive: () => false })
  expect(reborn.acquire('a', owner)).toHaveProperty('lease')
  expect(reborn.read('a', 0)).toHaveLength(1)
})
