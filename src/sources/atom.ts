import type { Paper } from '../core/paper.ts'
import { parseArxivId } from './arxiv-id.ts'
import { decodeEntities, foldSpace } from './entities.ts'

/** What a feed of the arXiv query API says: its papers; or an error, in the server's words; or that it is no whole feed. */
export type Feed = { papers: Paper[] } | { error: string } | { broken: string }

const plain = (markup: string): string => {
  const bare = markup
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : decodeEntities(part.replace(/<[^>]*>/g, ' '))))
  return foldSpace(bare.join(''))
}

/** The contents of every element of this local name, whatever its prefix and attributes. Split by hand: linear in any input. */
const elements = (xml: string, name: string): string[] =>
  xml
    .split(new RegExp(`<(?:[\\w-]+:)?${name}(?=[\\s>])`))
    .slice(1)
    .flatMap((rest) => {
      const start = rest.indexOf('>') + 1
      const end = rest.search(new RegExp(`</(?:[\\w-]+:)?${name}\\s*>`))
      return start > 0 && end >= start ? [rest.slice(start, end)] : []
    })

const first = (xml: string, name: string): string => plain(elements(xml, name)[0] ?? '')
const present = <Key extends string>(key: Key, value: string) => (value === '' ? {} : ({ [key]: value } as Record<Key, string>))

const paperOf = (entry: string): Paper[] => {
  const arxiv = parseArxivId(first(entry, 'id'))
  const title = first(entry, 'title')
  if (arxiv === undefined || title === '') return []
  const year = Number.parseInt(first(entry, 'published').slice(0, 4), 10)
  return [
    {
      id: `arxiv:${arxiv}`,
      source: 'arxiv',
      title,
      authors: elements(entry, 'author')
        .map((author) => first(author, 'name'))
        .filter((name) => name !== ''),
      ...(Number.isNaN(year) ? {} : { year }),
      abstract: first(entry, 'summary'),
      arxiv,
      ...present('doi', first(entry, 'doi')),
      url: `https://arxiv.org/abs/${arxiv}`,
      ...present('venue', first(entry, 'journal_ref')),
    },
  ]
}

/**
 * Reads an Atom feed of the arXiv query API tolerantly: any namespace prefix, attributes, CDATA and entities; entries
 * without an arXiv id or a title are left out, as are repetitions. Never throws.
 */
export const parseFeed = (xml: string): Feed => {
  if (!/<(?:[\w-]+:)?feed[\s>]/.test(xml)) return { broken: 'is not an Atom feed' }
  if (!/<\/(?:[\w-]+:)?feed\s*>/.test(xml)) return { broken: 'is a feed that was cut short' }
  const entries = elements(xml, 'entry')
  const error = entries.find((entry) => first(entry, 'id').includes('/api/errors'))
  if (error !== undefined) return { error: first(error, 'summary') || 'an error without words' }
  const byId = new Map(entries.flatMap(paperOf).map((paper) => [paper.id, paper]))
  return { papers: [...byId.values()] }
}
