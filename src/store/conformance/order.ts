import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LabEvent } from '../../core/events/index.ts'
import type { StoredEvent } from '../event-log.ts'
import { anna, type Bench, leaseOf, note, seqs, stop, turnEnd, upTo } from './bench.ts'

/** Numbers, order, and all or none. */
export const describeOrder = (bench: Bench): void => {
  test('a run is listed from its creation on, with its head and its driver', () => {
    bench.log.create('a')
    expect(bench.log.runs()).toEqual([{ run: 'a', createdAt: '2026-01-01T00:00:00.000Z', head: 0 }])
    const lease = leaseOf(bench.log.acquire('a', anna))
    bench.log.append(lease, [note('1')], 0)
    expect(bench.open().runs()).toEqual([{ run: 'a', createdAt: '2026-01-01T00:00:00.000Z', head: 1, driver: anna }])
    bench.log.release(lease)
    expect(bench.log.runs()[0]).not.toHaveProperty('driver')
    expect([bench.log.has('a'), bench.log.has('b')]).toEqual([true, false])
  })

  test('a run is created once', () => {
    bench.log.create('a')
    expect(() => bench.log.create('a')).toThrow()
    expect(bench.log.runs()).toHaveLength(1)
  })

  test('rows are numbered within their run, and in order of storing over all runs', () => {
    const a = bench.drive('a')
    const b = bench.drive('b')
    bench.log.append(a, [note('1'), note('2')], 0)
    bench.log.append(b, [note('3')], 0)
    bench.now += 1500
    bench.log.append(a, [note('4')], 2)
    const place = ({ run, seq, pos, event }: StoredEvent) => [pos, run, seq, event]
    expect(bench.log.readAll(0).map(place)).toEqual([
      [1, 'a', 1, note('1')],
      [2, 'a', 2, note('2')],
      [3, 'b', 1, note('3')],
      [4, 'a', 3, note('4')],
    ])
    expect(bench.log.read('a', 0).map(({ at }) => at)).toEqual([
      '2026-01-01T00:00:00.000Z',
      '2026-01-01T00:00:00.000Z',
      '2026-01-01T00:00:01.500Z',
    ])
  })

  test('reading starts after a number and stops at a limit', () => {
    bench.log.append(bench.drive('a'), upTo(5).map(String).map(note), 0)
    expect(seqs(bench.log.read('a', 2))).toEqual([3, 4, 5])
    expect(seqs(bench.log.read('a', 1, 2))).toEqual([2, 3])
    expect(bench.log.readAll(3, 1).map(({ pos }) => pos)).toEqual([4])
    expect([bench.log.read('a', 5), bench.log.read('a', 0, 0), bench.log.read('nobody', 0), bench.log.readAll(5)]).toEqual([[], [], [], []])
  })

  test('what an append gives is what a reader finds', () => {
    const given = bench.log.append(bench.drive('a'), [note('é 𝕏 \0 \ud800'), turnEnd('x'.repeat(5000))], 0)
    expect(bench.open().read('a', 0)).toEqual(given)
    expect(given[0]?.event).toEqual(note('é 𝕏 \0 \ud800'))
  })

  test('an append with an event that cannot be stored stores none', () => {
    const lease = bench.drive('a')
    const unstorable = { type: 'note-add', by: 'test', text: 1n } as unknown as LabEvent
    expect(() => bench.log.append(lease, [note('1'), turnEnd('y'.repeat(40_000)), unstorable], 0)).toThrow(TypeError)
    expect(bench.log.read('a', 0)).toEqual([])
    expect(bench.log.append(lease, [note('2')], 0).map(({ event }) => event)).toEqual([note('2')])
    expect(bench.log.verify('a')).toEqual({ ok: true, head: 1 })
  })

  test('any interleaving of appends and inputs from two logs is one order without a gap, the same for all readers', () => {
    const other = bench.open()
    let runs = 0
    const act = fc.oneof(
      fc.record({ kind: fc.constant('append' as const), count: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ kind: fc.constant('input' as const), by: fc.constantFrom(0, 1) }),
      fc.record({ kind: fc.constant('elsewhere' as const) }),
    )
    const interleaving = fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      runs += 1
      const run = `p${runs}`
      const lease = bench.drive(run)
      other.create(`${run}-elsewhere`)
      const heard: StoredEvent[] = []
      let said = 0
      const words = () => {
        said += 1
        return note(String(said))
      }
      for (const each of acts) {
        if (each.kind === 'append') heard.push(...bench.log.append(lease, Array.from({ length: each.count }, words), heard.length))
        else if (each.kind === 'input') (each.by ? other : bench.log).input(run, words())
        else other.input(`${run}-elsewhere`, stop)
      }
      heard.push(...bench.log.append(lease, [], heard.length))
      expect(seqs(heard)).toEqual(upTo(said))
      expect(heard.map(({ event }) => event)).toEqual(upTo(said).map(String).map(note))
      expect(bench.log.read(run, 0)).toEqual(heard)
      expect(other.read(run, 0)).toEqual(heard)
      expect(other.readAll(0).filter((row) => row.run === run)).toEqual(heard)
      expect(other.verify(run)).toEqual({ ok: true, head: said })
    })
    fc.assert(interleaving, { numRuns: 30 })
  })
}
