import { expect, test } from 'vitest'
import { GalError } from '../../core/error.ts'
import type { StoredEvent } from '../event-log.ts'
import { anna, type Bench, berta, leaseOf, note, refusal, seqs, stop } from './bench.ts'

/** Leases, people's inputs, and who hears of what. */
export const describeDriving = (bench: Bench): void => {
  test('a run whose driver lives is not given away, and says who drives it', () => {
    const lease = bench.drive('a')
    expect(bench.open().acquire('a', berta)).toEqual({ driver: anna })
    expect(bench.log.append(lease, [note('1')], 0)).toHaveLength(1)
  })

  test('a run whose driver died is taken over at once, and the one before can no longer write or let go', () => {
    const stale = bench.drive('a')
    bench.dead.add(anna.pid)
    const other = bench.open()
    const lease = leaseOf(other.acquire('a', berta))
    expect(lease.generation).toBeGreaterThan(stale.generation)
    expect(() => bench.log.append(stale, [note('late')], 0)).toThrow(refusal('lost-lease'))
    bench.log.release(stale)
    expect(other.runs()[0]?.driver).toEqual(berta)
    expect(seqs(other.append(lease, [note('1')], 0))).toEqual([1])
  })

  test('a lease that was released is void, and the run is free', () => {
    const lease = bench.drive('a')
    bench.log.release(lease)
    expect(() => bench.log.append(lease, [note('late')], 0)).toThrow(refusal('lost-lease'))
    expect(leaseOf(bench.open().acquire('a', berta)).generation).toBeGreaterThan(lease.generation)
  })

  test('a run that is not there is refused by name', () => {
    expect(() => bench.log.acquire('x', anna)).toThrow(refusal('unknown-run'))
    expect(() => bench.log.input('x', stop)).toThrow(refusal('unknown-run'))
    expect(() => bench.log.verify('x')).toThrow(refusal('unknown-run'))
  })

  test('inputs from elsewhere are given back at the next append, in order and once', () => {
    const lease = bench.drive('a')
    bench.log.append(lease, [note('1')], 0)
    const input = bench.open().input('a', stop)
    expect([input.seq, input.event]).toEqual([2, stop])
    const given = bench.log.append(lease, [note('2')], 1)
    expect(given.map(({ seq, event }) => [seq, event])).toEqual([
      [2, stop],
      [3, note('2')],
    ])
    expect(bench.log.append(lease, [], 3)).toEqual([])
  })

  test('the check of an input sees all that is stored and can refuse', () => {
    bench.log.append(bench.drive('a'), [note('1')], 0)
    const firstWins = (stored: readonly StoredEvent[]) => {
      if (stored.some(({ event }) => event.type === 'stop-ask')) throw new GalError('already-answered', 'too late')
    }
    const seen: number[] = []
    expect(bench.open().input('a', stop, firstWins).seq).toBe(2)
    expect(() => bench.open().input('a', stop, firstWins)).toThrow(refusal('already-answered'))
    bench.log.input('a', note('2'), (stored) => seen.push(...seqs(stored)))
    expect([seen, seqs(bench.log.read('a', 0))]).toEqual([
      [1, 2],
      [1, 2, 3],
    ])
  })

  test('a watcher hears of appends and inputs of its own log until it ends', async () => {
    const lease = bench.drive('a')
    const heard: number[] = []
    const end = bench.log.watch(() => heard.push(bench.log.readAll(0).length))
    bench.log.append(lease, [note('1')], 0)
    await Promise.resolve()
    bench.log.input('a', stop)
    await Promise.resolve()
    end()
    bench.log.append(lease, [note('2')], 2)
    await Promise.resolve()
    expect(heard).toEqual([1, 2])
  })

  test('a watcher hears of what another log on the same storage stores', async () => {
    const lease = bench.drive('a')
    const heard = new Promise<number>((resolve) => {
      const end = bench.open().watch(() => {
        end()
        resolve(bench.log.readAll(0).length)
      })
    })
    bench.log.append(lease, [note('1')], 0)
    expect(await heard).toBe(1)
  })
}
