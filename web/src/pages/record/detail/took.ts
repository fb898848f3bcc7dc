import type { StoredEvent } from '../../../../../src/store/event-log.ts'
import { linksOf } from '../../../record/links.ts'
import type { RecordIndex } from '../../../record/record-index.ts'

/** What an end is measured from: the entry of the same thing before it. */
const measured: ReadonlySet<string> = new Set(['turn-reply', 'turn-fault', 'turn-end', 'program-end', 'answer-give'])

/** Seconds from the beginning of what an entry ends; undefined for what ends nothing. */
export const tookOf = ({ seq, event }: StoredEvent, index: RecordIndex): number | undefined => {
  const [link] = linksOf(event)
  if (!measured.has(event.type) || !link) return undefined
  const from = index.seqsOf(link).find((other) => other < seq)
  return from === undefined ? undefined : (index.timeAt(seq) - index.timeAt(from)) / 1000
}
