import { afterEach, beforeEach, describe } from 'vitest'
import { anna, type Bench, leaseOf, type Storage } from './conformance/bench.ts'
import { describeDriving } from './conformance/driving.ts'
import { describeOrder } from './conformance/order.ts'
import { describeRecord } from './conformance/record.ts'
import type { EventLog } from './event-log.ts'

export type { Storage } from './conformance/bench.ts'

/** What every adapter of EventLog does. Called once from each adapter's own test file. */
export const describeEventLog = (adapter: string, createStorage: () => Storage): void => {
  describe(`${adapter} as an event log`, () => {
    const bench = {} as Bench
    let opened: EventLog[]

    beforeEach(() => {
      opened = []
      const open = (): EventLog => {
        const log = bench.storage.open({ clock: () => bench.now, alive: ({ pid }) => !bench.dead.has(pid) })
        opened.push(log)
        return log
      }
      const drive = (run: string) => {
        bench.log.create(run)
        return leaseOf(bench.log.acquire(run, anna))
      }
      Object.assign(bench, { storage: createStorage(), open, drive, dead: new Set(), now: Date.UTC(2026, 0, 1) })
      bench.log = open()
    })
    afterEach(() => {
      for (const log of opened) log.close()
      bench.storage.remove()
    })

    describeOrder(bench)
    describeDriving(bench)
    describeRecord(bench)
  })
}
