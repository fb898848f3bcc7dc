import { z } from 'zod'
import { addPaper } from '../agents/commands/add-paper.ts'
import { askPerson } from '../agents/commands/ask-person.ts'
import { readPaper } from '../agents/commands/read-paper.ts'
import { searchPapers } from '../agents/commands/search-papers.ts'
import { addable } from '../agents/papers-now.ts'
import { phaseAfter } from '../core/kinds.ts'
import type { ReadonlyState } from '../core/state.ts'
import { definePhase, steps } from './phase.ts'
import type { Fallback } from './stand-in.ts'

const commands = [searchPapers(5), readPaper, addPaper, askPerson]

/** Fewer and fewer words of the topic, with each search that was made; a query has two letters at least. */
const queryOf = ({ topic, searches }: ReadonlyState): string => {
  const words = topic.trim().split(/\s+/)
  const query = words
    .slice(0, Math.max(2, words.length - searches.length))
    .join(' ')
    .slice(0, 300)
    .trim()
  return query.length < 2 ? `about ${query}`.trim() : query
}

/** A model that gives no valid answer still reviews something: it searches for the topic, then adds what was found. */
const fallback: Fallback = (state, _turn, _said, readText) => {
  const next = state.found[addable({ state, readText })[0] ?? '']
  if (!next) return { command: 'search-papers', args: { query: queryOf(state) } }
  return { command: 'add-paper', args: { id: next.id, note: `Added without a note of its own. ${next.abstract}`.slice(0, 1000) } }
}

/** The PhD student, alone, searches and reads until the review holds enough papers. */
export const literatureReview = definePhase({
  name: 'literature-review',
  title: 'Literature review',
  settings: z.strictObject({
    steps,
    papers: z.int().min(1).max(100).default(5).describe('papers that the review must hold'),
  }),
  tells: {
    first: { role: 'phd-student', slots: ['topic', 'wanted'], commands, atLast: [addPaper], fallback },
    next: { role: 'phd-student', slots: ['count', 'missing'], commands, atLast: [addPaper], fallback },
  },

  decide({ topic, added, phase }, { papers }) {
    const count = Object.keys(added).length
    if (count >= papers) return { finish: true }
    if (!phase?.turns.length) return { speak: [{ tell: 'first', slots: { topic, wanted: String(papers) } }] }
    return { speak: [{ tell: 'next', slots: { count: String(count), missing: String(papers - count) } }] }
  },

  missing({ added }, { papers }) {
    const count = Object.keys(added).length
    return count >= papers ? undefined : { kind: 'partial', why: `${count} of ${papers} papers were reviewed` }
  },
  next: ({ kind }) => phaseAfter(kind, 'literature-review'),
})
