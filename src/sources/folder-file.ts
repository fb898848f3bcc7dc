import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Paper } from '../core/paper.ts'
import { parseBibtex } from './bibtex.ts'
import { foldSpace } from './entities.ts'
import type { FileKind, FolderFile } from './folder-walk.ts'
import { readPdf } from './pdf.ts'
import { cutText } from './text-limit.ts'

/** A paper of the folder with the text that its file holds: an entry of a bibliography has none beyond its abstract. */
export type FolderPaper = Paper & { text: string }
type FileContents = { papers: FolderPaper[]; problems: string[] }

const abstractLimit = 1200
const titleLimit = 300

const titleFromName = (path: string): string => basename(path, extname(path)).replace(/[_-]+/g, ' ').trim() || basename(path)
const firstLine = (text: string): string => foldSpace(text.split('\n').find((line) => /\p{L}/u.test(line)) ?? '')
const withoutFrontMatter = (text: string): string => text.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')

/** What a text opens with, once its title is taken off. */
const openingOf = (text: string, title: string): string => {
  const folded = foldSpace(text.replace(/^#+\s*/gm, ''))
  return cutText(folded.startsWith(title) ? folded.slice(title.length).trim() : folded, abstractLimit)
}

const whole = (path: string, title: string, text: string): FolderPaper => {
  const heading = foldSpace(title).slice(0, titleLimit).trim() || titleFromName(path)
  return {
    id: `folder:${path}`,
    source: 'folder',
    title: heading,
    authors: [],
    abstract: openingOf(text, heading),
    text: cutText(text),
  }
}

/** The stamp that arXiv prints on the margin of a paper's first page. */
const stamp = /arXiv:(\d{4}\.\d{4,5})v\d+\s+\[[a-zA-Z.-]+\]/

/** Titles that word processors and typesetters leave in a PDF when nobody sets one. */
const noTitle = /^(?:untitled|microsoft word\b.*|.*\.(?:docx?|tex|dvi|pdf|indd)|title)$/i

const readers: Readonly<Record<FileKind, (bytes: Uint8Array, path: string) => Promise<FileContents>>> = {
  async text(bytes, path) {
    const text = withoutFrontMatter(new TextDecoder().decode(bytes))
    const heading = /^#{1,6}\s+(\S.*?)\s*#*\s*$/m.exec(text)?.[1]
    return { papers: [whole(path, heading ?? firstLine(text), text)], problems: text.trim() === '' ? ['it is empty'] : [] }
  },

  async pdf(bytes, path) {
    const { text, title, author } = await readPdf(bytes)
    const arxiv = stamp.exec(text.slice(0, 10_000))?.[1]
    const paper = whole(path, title === '' || noTitle.test(title) ? firstLine(text) : title, text)
    const authors = author.split(/\s*(?:;|,|\band\b)\s*/).filter((name) => name !== '')
    return {
      papers: [{ ...paper, authors, ...(arxiv === undefined ? {} : { arxiv }) }],
      problems: text.trim() === '' ? ['it holds no text (scanned pages?); only its name can be searched'] : [],
    }
  },

  async bibtex(bytes, path) {
    const { entries, problems } = await parseBibtex(new TextDecoder().decode(bytes))
    const papers = entries.map(({ key, paper }) => ({ id: `folder:${path}#${key}`, source: 'folder', ...paper, text: paper.abstract }))
    const fitting = papers.filter(({ id }) => id.length <= 200)
    return {
      papers: fitting,
      problems: fitting.length < papers.length ? [...problems, 'entries with very long keys are left out'] : problems,
    }
  },
}

/** Reads one file. A file that cannot be read is no papers and a problem. */
export const readFolderFile = (root: string, { path, kind }: FolderFile): Promise<FileContents> =>
  readFile(join(root, path))
    .then((bytes) => readers[kind](new Uint8Array(bytes), path))
    .catch((problem: unknown) => ({ papers: [], problems: [problem instanceof Error ? foldSpace(problem.message) : String(problem)] }))
