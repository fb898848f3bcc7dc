import { expect, test } from 'vitest'
import type { LabEvent } from '../../core/events/index.ts'
import { type BlobRef, blobRef } from '../../core/text.ts'
import { type Bench, note, refusal, turnEnd } from './bench.ts'

/** Big texts, and the chain of hashes. */
export const describeRecord = (bench: Bench): void => {
  test('a text over 16 KiB in UTF-8 becomes a reference, wherever it is, and the shorter ones stay', () => {
    const big = 'é'.repeat(8193)
    const lease = bench.drive('a')
    const search = { type: 'search-end', papers: [{ abstract: big, title: 'é'.repeat(8192) }] } as unknown as LabEvent
    const [first, second] = bench.log.append(lease, [turnEnd(big), search], 0)
    const expected = { blob: expect.stringMatching(/^[0-9a-f]{64}$/), chars: 8193, head: 'é'.repeat(240) }
    expect(first?.event).toMatchObject({ result: expected })
    expect(second?.event).toMatchObject({ papers: [{ abstract: expected, title: 'é'.repeat(8192) }] })
    const { result } = (first?.event ?? {}) as { result: BlobRef }
    expect(blobRef.parse(result)).toEqual(result)
    expect(bench.open().blob(result)).toBe(big)
  })

  test('a big text that was cut within a character is stored so that its hash fits', () => {
    const [stored] = bench.log.append(bench.drive('a'), [turnEnd(`${'𝕏'.repeat(9000)}\ud800`)], 0)
    const { result } = (stored?.event ?? {}) as { result: BlobRef }
    expect(bench.log.blob(result)).toBe(`${'𝕏'.repeat(9000)}\ufffd`)
  })

  test('a text that is not there, or not what it was, is refused', () => {
    const [stored] = bench.log.append(bench.drive('a'), [turnEnd('z'.repeat(20_000))], 0)
    const { result } = (stored?.event ?? {}) as { result: BlobRef }
    expect(() => bench.log.blob({ ...result, blob: '0'.repeat(64) })).toThrow(refusal('bad-record'))
    bench.storage.changeBlob(result.blob)
    expect(() => bench.log.blob(result)).toThrow(refusal('bad-record'))
  })

  test.each([
    ['the first', 1],
    ['one in the middle', 2],
    ['the last', 3],
  ])('a changed row is found: %s', (_which, seq) => {
    bench.log.append(bench.drive('a'), [note('1'), note('2'), note('3')], 0)
    expect(bench.log.verify('a')).toEqual({ ok: true, head: 3 })
    bench.storage.changeRow('a', seq)
    expect(bench.log.verify('a')).toMatchObject({ ok: false, seq })
  })

  test.each([
    ['the first', 1],
    ['one in the middle', 2],
    ['the last', 3],
  ])('a removed row is found: %s', (_which, seq) => {
    bench.log.append(bench.drive('a'), [note('1'), note('2'), note('3')], 0)
    bench.storage.removeRow('a', seq)
    expect(bench.log.verify('a')).toMatchObject({ ok: false, seq })
  })

  test('a changed text that was kept aside is found, as its event', () => {
    const [, stored] = bench.log.append(bench.drive('a'), [note('1'), turnEnd('z'.repeat(20_000))], 0)
    const { result } = (stored?.event ?? {}) as { result: BlobRef }
    expect(bench.log.verify('a')).toEqual({ ok: true, head: 2 })
    bench.storage.changeBlob(result.blob)
    expect(bench.log.verify('a')).toMatchObject({ ok: false, seq: 2 })
  })

  test('an added row is found', () => {
    bench.log.append(bench.drive('a'), [note('1')], 0)
    bench.storage.addRow('a')
    expect(bench.log.verify('a')).toMatchObject({ ok: false, seq: 2 })
  })

  test('the chain of one run does not depend on the others', () => {
    const [a, b] = [bench.drive('a'), bench.drive('b')]
    for (const seq of [0, 1, 2]) {
      bench.log.append(a, [note(String(seq))], seq)
      bench.log.append(b, [note(String(seq))], seq)
    }
    bench.storage.changeRow('b', 1)
    expect([bench.log.verify('a').ok, bench.log.verify('b').ok]).toEqual([true, false])
  })
}
