import type { StoredEvent } from '../../../../../src/store/event-log.ts'
import type { SentenceWords } from '../../../record/sentence/words.ts'
import { sentenceOf } from '../../../record/sentence.ts'
import { folded } from './folded.ts'

const someText = (value: unknown, test: (text: string) => boolean): boolean => {
  if (typeof value === 'string') return test(value)
  if (value === null || typeof value !== 'object') return false
  return Object.values(value).some((inner) => someText(inner, test))
}

/** Whether an entry says what is searched for: in its number, its sentence, or any text that is here of it. `needle` is folded. */
export const matches = (entry: StoredEvent, needle: string, words: SentenceWords): boolean => {
  const has = (text: string) => folded(text).includes(needle)
  if (needle === String(entry.seq) || needle === `#${entry.seq}`) return true
  return has(sentenceOf(entry, words)) || someText(entry.event, has)
}
