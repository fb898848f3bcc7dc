import type { StoredEvent } from '../../../../../src/store/event-log.ts'
import { folded } from './folded.ts'

/** Characters before and after what was found. */
const before = 32
const after = 160

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

/** What stands around the first hit in a text, on one line; undefined when there is none. */
const around = (text: string, needle: string): string | undefined => {
  const at = folded(text).indexOf(needle)
  if (at < 0) return undefined
  // Folding may move a place by a few characters: good enough for where to begin.
  const from = Math.max(0, at - before)
  const cut = text
    .slice(from, at + after)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `${from > 0 ? '…' : ''}${cut}`
}

/** Where an entry says what was searched for, when its sentence does not say it early enough to be seen. */
export const excerptOf = ({ event }: StoredEvent, sentence: string, needle: string): string | undefined => {
  if (needle === '') return undefined
  const place = folded(sentence).indexOf(needle)
  if (place >= 0 && place <= 2 * before) return undefined
  if (place >= 0) return around(sentence, needle)
  for (const text of textsIn(event)) {
    const found = around(text, needle)
    if (found !== undefined) return found
  }
  return undefined
}
