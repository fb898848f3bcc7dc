import type { EventType } from '../../../../src/core/events/index.ts'
import { formats } from '../../words/format.ts'
import type { Language } from '../../words/language.ts'
import { beginningOf, numberOf } from '../beginning.ts'
import type { Part } from './fill.ts'
import type { SentenceWords } from './words.ts'

/** An event as it may come: any field may be missing or cut. Read its fields with what is in beginning.ts. */
export type LooseEvent = Readonly<Record<string, unknown>>
export type Teller = (event: LooseEvent, words: SentenceWords) => Part[]

/** For each of some kinds of event, its sentence. */
export type Tellers<Types extends EventType> = { readonly [Type in Types]: Teller }

/** A word of the viewer's for a name of the log; the name itself when it is a new one. */
export const named = (table: Readonly<Record<string, string>>, name: unknown): string => {
  const key = beginningOf(name)
  return Object.hasOwn(table, key) ? (table[key] ?? key) : key
}

/** A number as the language writes it. */
export const figure = (value: unknown, digits: number, { language }: SentenceWords): string =>
  formats(language as Language).number(numberOf(value), digits)
