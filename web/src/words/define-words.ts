import type { Language } from './language.ts'

/** A sentence, a sentence with blanks, or a table of these. */
type Words = string | ((...blanks: never[]) => string) | { readonly [key: string]: Words }

/** The same words in another language: the same keys, and the same blanks in each sentence. */
type Same<Table> = Table extends string
  ? string
  : Table extends (...blanks: infer Blanks) => string
    ? (...blanks: Blanks) => string
    : { readonly [Key in keyof Table]: Same<Table[Key]> }

export type InAll<Table> = Readonly<Record<Language, Table>>

/** The words of a page in every language; one that is missing does not compile. Use them with `useWords(words)`. */
export const defineWords = <const Table extends { readonly [key: string]: Words }>(
  en: Table,
  others: { es: Same<NoInfer<Table>>; fr: Same<NoInfer<Table>> },
): InAll<Same<Table>> => ({ en: en as unknown as Same<Table>, ...others })
