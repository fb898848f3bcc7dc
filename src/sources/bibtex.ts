import type { Paper } from '../core/paper.ts'
import { parseArxivId } from './arxiv-id.ts'
import { parseDoi } from './doi.ts'
import { decodeEntities, foldSpace } from './entities.ts'

/** An entry of a bibliography: a paper without an id of ours, under the key that the file gives it. */
type BibtexEntry = { key: string; paper: Omit<Paper, 'id' | 'source'> }

/** What could be read of a file, and a sentence for each thing in it that could not. */
export type Bibliography = { entries: BibtexEntry[]; problems: string[] }

type Creator = { name?: string; firstName?: string; prefix?: string; lastName?: string; suffix?: string }

/** The reader marks up what TeX formats (<b>, <i>, <span>): the words are what counts here. */
const plain = (value: unknown): string =>
  typeof value === 'string' ? foldSpace(decodeEntities(value.replace(/<\/?[a-z][^<>]*>/gi, ''))).normalize('NFC') : ''

const nameOf = ({ name, firstName, prefix, lastName, suffix }: Creator): string =>
  plain(name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' '))

const namesIn = (value: unknown): string[] => (Array.isArray(value) ? (value as Creator[]).map(nameOf).filter((name) => name !== '') : [])

const present = <Key extends string>(key: Key, value: string | undefined) =>
  value === undefined || value === '' ? {} : ({ [key]: value } as Record<Key, string>)

const paperOf = (fields: Readonly<Record<string, unknown>>): BibtexEntry['paper'] => {
  const year = /\d{4}/.exec(plain(fields.year) || plain(fields.date))?.[0]
  const authors = namesIn(fields.author)
  return {
    title: plain(fields.title),
    authors: authors.length > 0 ? authors : namesIn(fields.editor),
    ...(year === undefined ? {} : { year: Number(year) }),
    abstract: plain(fields.abstract),
    ...present('arxiv', parseArxivId(plain(fields.eprint)) ?? parseArxivId(plain(fields.url))),
    ...present('doi', parseDoi(plain(fields.doi))),
    ...present('url', plain(fields.url)),
    ...present('venue', plain(fields.journal) || plain(fields.journaltitle) || plain(fields.booktitle)),
  }
}

/** Reads BibTeX or BibLaTeX. What is broken costs its own entry only. */
export const parseBibtex = async (text: string): Promise<Bibliography> => {
  const { parse } = await import('@retorquere/bibtex-parser')
  const { entries, errors } = parse(text, { sentenceCase: false, english: false, caseProtection: false })
  const problems = errors.map(({ error }) => foldSpace(error).slice(0, 200))
  const byKey = new Map<string, BibtexEntry>()
  for (const { key, fields } of entries) {
    const paper = paperOf({ ...fields })
    if (key === '' || paper.title === '') problems.push(`the entry ${key || 'without a key'} has no title`)
    else if (byKey.has(key)) problems.push(`the key ${key} is used twice; the first entry counts`)
    else byKey.set(key, { key, paper })
  }
  return { entries: [...byKey.values()], problems }
}
