import { createHash } from 'node:crypto'
import { hashOf } from '../core/canonical.ts'
import { GalError } from '../core/error.ts'
import { referencesIn } from './big-texts.ts'
import type { StoredEvent } from './event-log.ts'

/** A row of one run as the chain sees it: `at` in milliseconds, `body` the JSON as it was before packing. */
export type Link = { seq: number; at: number; prev: Buffer; body: string }

export type Verdict = { ok: true; head: number } | { ok: false; seq: number; why: string }

/** What the first row of a run carries: its name's hash, so that rows of one run cannot pass for another's. */
export const firstHash = (run: string): Buffer => createHash('sha256').update(run).digest()

/** What the row after this one carries: SHA-256 over prev (32 bytes), then `seq at ` in decimal, then the body in UTF-8. */
export const hashAfter = ({ prev, seq, at, body }: Link): Buffer =>
  createHash('sha256').update(prev).update(`${seq} ${at} `).update(body).digest()

/**
 * Walks a run's rows, in order of seq, and says where the first is not what was appended.
 * @param links throws GalError `bad-record` at a row that cannot be read
 * @param head how many rows were appended, and `tip` the hash after the last of them
 */
export const verifyChain = (run: string, links: Iterable<Link>, head: number, tip: Buffer): Verdict => {
  let hash = firstHash(run)
  let seq = 0
  try {
    for (const link of links) {
      if (link.seq !== seq + 1) return { ok: false, seq: seq + 1, why: 'the row is missing' }
      if (link.seq > head) return { ok: false, seq: link.seq, why: 'the row was never appended' }
      if (!link.prev.equals(hash)) return { ok: false, seq: Math.max(seq, 1), why: 'the row, or the hash after it, was changed' }
      hash = hashAfter(link)
      seq = link.seq
    }
  } catch (error) {
    if (error instanceof GalError && error.code === 'bad-record') return { ok: false, seq: seq + 1, why: 'the row cannot be read' }
    throw error
  }
  if (seq < head) return { ok: false, seq: seq + 1, why: 'the row is missing' }
  return hash.equals(tip) ? { ok: true, head } : { ok: false, seq, why: 'the row was changed' }
}

/** Whether every big text that the events refer to is there and unchanged: the chain itself holds only their hashes. */
export const verifyTexts = (verdict: Verdict, events: Iterable<StoredEvent>, find: (sha: string) => string | undefined): Verdict => {
  if (!verdict.ok) return verdict
  for (const { seq, event } of events)
    for (const { blob } of referencesIn(event)) {
      const text = find(blob)
      if (text === undefined || hashOf(text) !== blob)
        return { ok: false, seq, why: `its text ${blob.slice(0, 12)} is ${text === undefined ? 'missing' : 'changed'}` }
    }
  return verdict
}
