import type { Page } from './page.ts'

type Words = { readonly [key: string]: string | Words }
const languages = ['en', 'es', 'fr'] as const
type InAll = Readonly<Record<(typeof languages)[number], { readonly [key: string]: Words }>>

/** The web viewer's words. Its types are those of a browser, which the sources around here do not know: hence no import by name. */
const webWords = async (path: string, name: string): Promise<InAll> =>
  ((await import(new URL(`../../web/src/${path}`, import.meta.url).href)) as Record<string, InAll>)[name] as InAll

/** Tables in tables become keys with a point: `sections.abstract`. */
const flat = (words: Words, before = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`),
  )

/** Longest line that the formatter of GDScript leaves whole; a tab counts as four. */
const widest = 120
const indent = '\t\t'

const pair = (key: string, value: string): string => {
  const line = `${JSON.stringify(key)}: ${JSON.stringify(value)},`
  return indent + (4 * indent.length + line.length > widest ? line.replace(': ', `:\n${indent}`) : line)
}

const table = (language: string, words: Words): string => {
  const lines = flat(words).map(([key, value]) => pair(key, value))
  return [`\t${JSON.stringify(language)}:`, '\t{', ...lines, '\t},'].join('\n')
}

/** The sentences about entries, and the names of phases, roles and outcomes, as Godot's client needs them. */
export const sentencesPage = async (): Promise<Page> => {
  const sentences = await webWords('record/sentence/words.ts', 'sentenceWords')
  const shared = await webWords('words/shared.ts', 'sharedWords')
  const tables = languages.map((language) => {
    const { language: _, ...told } = sentences[language]
    const { roles = {}, outcomes = {} } = shared[language]
    return table(language, { ...told, roles, outcomes })
  })
  const blocks = [
    '# Written by `npm run generate` from the sources. Change these, not this file.',
    'class_name Sentences\nextends RefCounted\n## How an entry of the log is told, in every language: the same sentences as in the web viewer. {slots} are filled from the entry.',
    ['const TABLE: Dictionary[String, Dictionary] = {', ...tables, '}'].join('\n'),
  ]
  return { path: 'godot/generated/sentences.gd', text: `${blocks.join('\n\n')}\n` }
}
