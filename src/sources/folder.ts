import { realpath } from 'node:fs/promises'
import type { Paper } from '../core/paper.ts'
import { type FolderPaper, readFolderFile } from './folder-file.ts'
import { walkFolder } from './folder-walk.ts'
import { findKnown } from './known-paper.ts'
import { createRanking } from './rank.ts'
import type { Source } from './source.ts'
import { cancelled, notFound, type Trouble, unavailable } from './trouble.ts'

export type FolderOptions = {
  folder: string
  /** Told once of each file, or part of one, that cannot be used. */
  onProblem: (message: string) => void
}

type Shelf = { papers: readonly FolderPaper[]; rank: (query: string, limit: number) => { paper: FolderPaper }[] }

const shelve = (papers: readonly FolderPaper[]): Shelf => ({
  papers,
  rank: createRanking(papers.map((paper) => ({ title: paper.title, text: `${paper.authors.join(' ')} ${paper.text}`, paper }))),
})

const bare = ({ text, ...paper }: FolderPaper): Paper => paper

/**
 * The user's own PDF, Markdown, text and BibTeX files. Ids are 'folder:path/below.pdf', and 'folder:refs.bib#key' for an
 * entry. Files are read at the first question and again when they change; links are never followed.
 */
export const createFolder = ({ folder, onProblem }: FolderOptions): Source => {
  const read = new Map<string, FolderPaper[]>()
  const said = new Set<string>()
  let shelf: { versions: string; shelf: Shelf } | undefined
  let reading: Promise<Shelf | Trouble> = Promise.resolve(shelve([]))

  const say = (problem: string) => {
    const message = `Folder ${folder}: ${problem}`
    if (said.has(message)) return
    said.add(message)
    onProblem(message)
  }

  const load = async (signal: AbortSignal): Promise<Shelf> => {
    signal.throwIfAborted()
    const root = await realpath(folder)
    const files = await walkFolder(root, say)
    const versions = JSON.stringify(files)
    if (shelf?.versions === versions) return shelf.shelf
    const papers: FolderPaper[] = []
    for (const file of files) {
      signal.throwIfAborted()
      const key = JSON.stringify(file)
      const known = read.get(key)
      const contents = known ? { papers: known, problems: [] } : await readFolderFile(root, file)
      read.set(key, contents.papers)
      for (const problem of contents.problems) say(`${file.path}: ${problem}.`)
      papers.push(...contents.papers)
    }
    shelf = { versions, shelf: shelve(papers) }
    return shelf.shelf
  }

  const explain = (problem: unknown): Trouble =>
    unavailable(
      'unavailable',
      `The folder ${folder} cannot be read (${problem instanceof Error ? problem.message : String(problem)}); check sources.folder.path.`,
    )

  /** One reading at a time: questions side by side share what is read. */
  const open = (signal: AbortSignal): Promise<Shelf | Trouble> => {
    reading = reading
      .then(() => load(signal))
      .catch((problem: unknown) => (signal.aborted ? cancelled('The reading of the folder') : explain(problem)))
    return reading
  }

  const known = (shelf: Shelf, id: string): FolderPaper | Trouble =>
    findKnown(shelf.papers, id) ?? notFound(`The folder ${folder} has no paper with the id ${id}.`)

  return {
    name: 'folder',

    async search(query, limit, signal) {
      const opened = await open(signal)
      return 'fault' in opened ? opened : { status: 'ok', papers: opened.rank(query, limit).map(({ paper }) => bare(paper)) }
    },

    async find(id, signal) {
      const opened = await open(signal)
      const paper = 'fault' in opened ? opened : known(opened, id)
      return 'fault' in paper ? paper : { status: 'ok', papers: [bare(paper)] }
    },

    async fetchText({ id }, signal) {
      const opened = await open(signal)
      const paper = 'fault' in opened ? opened : known(opened, id)
      if ('fault' in paper) return paper
      return paper.text.trim() === '' ? notFound(`${id} holds no text that can be read.`) : { status: 'ok', text: paper.text }
    },
  }
}
