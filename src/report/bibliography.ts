import type { StoredPaper } from './citations.ts'
import { oneLine, plain } from './plain.ts'

const arxivId = /^[\w.-]+(?:\/\d+)?(?:v\d+)?$/
const webAddress = /^https?:\/\/[^\s<>()[\]\\"]+$/i

const doiAddress = (doi: string) =>
  `https://doi.org/${encodeURIComponent(doi.toWellFormed())
    .replaceAll('%2F', '/')
    .replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'))}`

/** Where a paper can be had: its arXiv id, its DOI, its page; else the id under which its source knows it. */
const linkOf = ({ id, arxiv, doi, url }: StoredPaper): string => {
  if (arxiv && arxivId.test(arxiv)) return `[arXiv:${plain(arxiv)}](https://arxiv.org/abs/${arxiv})`
  if (doi) return `[doi:${plain(doi)}](${doiAddress(oneLine(doi))})`
  if (url && webAddress.test(url)) return `[${plain(url)}](${url})`
  return plain(id)
}

const sentence = (text: string): string => (/[.?!…][”’"')»]*$/.test(text) ? text : `${text}.`)

/** A paper as a line of a list of references, in Markdown. */
export const referenceLine = (paper: StoredPaper, noAuthors: string): string => {
  const authors = paper.authors.map(plain).filter(Boolean).join(', ') || noAuthors
  const year = paper.year === undefined ? '' : ` (${paper.year})`
  const venue = paper.venue && oneLine(paper.venue) ? ` *${plain(paper.venue)}*.` : ''
  return `${authors}${year}. ${sentence(plain(paper.title))}${venue} ${linkOf(paper)}`
}

const texEscapes: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' }
const tex = (text: string): string => oneLine(text).replace(/[\\{}$&#%_~^]/g, (mark) => texEscapes[mark] ?? `\\${mark}`)

/** For fields that BibTeX reads to the letter. */
const verbatim = (text: string): string => oneLine(text).replace(/[\\{}]/g, '')

/** A name that BibTeX would take for several, or for one in parts, is kept together. */
const texName = (name: string): string => (/\band\b|,/i.test(name) ? `{${tex(name)}}` : tex(name))

const keyOf = (id: string) => oneLine(id).replace(/[^\w:./-]/g, '-')

const entry = (paper: StoredPaper, key: string): string => {
  const { title, authors, year, venue, arxiv, doi, url } = paper
  const fields = {
    title: `{${tex(title)}}`,
    author: authors.map(texName).filter(Boolean).join(' and '),
    year: year === undefined ? '' : String(year),
    howpublished: tex(venue ?? ''),
    ...(arxiv ? { eprint: verbatim(arxiv), archiveprefix: 'arXiv' } : {}),
    doi: verbatim(doi ?? ''),
    url: url && webAddress.test(url) ? verbatim(url) : '',
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  return `@misc{${key},\n${lines.join('\n')}\n}\n`
}

/** The papers as BibTeX: each under its id, with a letter after it where two ids give the same key. */
export const renderBibliography = (papers: readonly StoredPaper[]): string => {
  const used = new Set<string>()
  return papers
    .map((paper) => {
      const base = keyOf(paper.id)
      let key = base
      for (let copy = 2; used.has(key.toLowerCase()); copy += 1) key = `${base}-${copy}`
      used.add(key.toLowerCase())
      return entry(paper, key)
    })
    .join('\n')
}
