import type { Effects, Fields, ViewerEntry } from './entry.ts'
import { fieldsIn, idIn, lengthIn, listIn, numberOrNull, stringIn, stringOrNull, stringsIn } from './fields.ts'
import { appended } from './list.ts'
import { mostFound, mostSearches, type PaperView, type ViewerState } from './viewer-state.ts'

const paperView = (id: string, { title, authors, year, url, source }: Fields, { seq }: ViewerEntry): PaperView => ({
  id,
  title: stringIn(title) || id,
  authors: stringsIn(authors),
  year: numberOrNull(year),
  url: stringOrNull(url),
  source: stringIn(source),
  status: 'found',
  note: '',
  foundSeq: seq,
  readSeq: null,
  addedSeq: null,
})

/** Those of a search that are new, each once and as it was first told of. */
const newPapers = (known: readonly PaperView[], hits: unknown, entry: ViewerEntry): readonly PaperView[] => {
  const fresh = new Map<string, PaperView>()
  for (const hit of listIn(hits)) {
    const fields = fieldsIn(hit)
    const id = idIn(fields.id)
    if (id && !fresh.has(id)) fresh.set(id, paperView(id, fields, entry))
  }
  for (const { id } of known) fresh.delete(id)
  return [...fresh.values()]
}

/** Without the oldest of those that were only found, when there are too many of them. */
const bounded = (papers: readonly PaperView[]): readonly PaperView[] => {
  if (papers.length <= mostFound) return papers
  const found = papers.filter(({ status }) => status === 'found')
  const dropped = new Set(found.slice(0, Math.max(0, found.length - mostFound)))
  return dropped.size ? papers.filter((paper) => !dropped.has(paper)) : papers
}

/** Changes a paper. One that no entry told of, because that entry came cut, is known by its id alone. */
const withPaper = (
  state: ViewerState,
  id: string | undefined,
  entry: ViewerEntry,
  change: (paper: PaperView) => PaperView,
): ViewerState => {
  if (!id) return state
  const place = state.papers.findIndex((paper) => paper.id === id)
  const paper = change(state.papers[place] ?? paperView(id, {}, entry))
  return { ...state, papers: place < 0 ? [...state.papers, paper] : state.papers.with(place, paper) }
}

export const paperEffects = {
  'search-end': (state, { turn, query, source, status, papers }, entry) => {
    const search = {
      seq: entry.seq,
      turn: stringIn(turn),
      query: stringIn(query),
      source: stringIn(source),
      status: stringIn(status),
      count: lengthIn(papers),
    }
    const fresh = newPapers(state.papers, papers, entry)
    return {
      ...state,
      searches: appended(state.searches, search, mostSearches),
      papers: fresh.length ? bounded([...state.papers, ...fresh]) : state.papers,
    }
  },
  'paper-read': (state, { id }, entry) =>
    withPaper(state, idIn(id), entry, (paper) => ({
      ...paper,
      status: paper.status === 'added' ? 'added' : 'read',
      readSeq: paper.readSeq ?? entry.seq,
    })),
  'paper-add': (state, { id, note }, entry) =>
    withPaper(state, idIn(id), entry, (paper) => ({ ...paper, status: 'added', note: stringIn(note), addedSeq: entry.seq })),
} satisfies Effects
