import type { InAll } from './define-words.ts'
import { useLanguage } from './language.ts'
import { type SharedWords, sharedWords } from './shared.ts'

/** The words of a page, or without a table those that all pages share, in the language chosen. */
export function useWords(): SharedWords
export function useWords<Table>(words: InAll<Table>): Table
export function useWords(words: InAll<unknown> = sharedWords): unknown {
  return words[useLanguage()]
}
