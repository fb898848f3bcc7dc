import { z } from 'zod'
import type { SearchAnswer } from '../../sources/source.ts'
import { defineCommand } from '../command.ts'

const lines = (answer: SearchAnswer, query: string): string => {
  if (answer.status !== 'ok') return `The search for "${query}" could not be done (${answer.status}): ${answer.fault.message}`
  if (answer.papers.length === 0) return `No paper was found for "${query}". Try fewer or other words.`
  return answer.papers
    .map(
      ({ id, title, authors, year, abstract }) =>
        `${id} | ${title} | ${authors.slice(0, 3).join(', ')}${authors.length > 3 ? ' and others' : ''}${year ? `, ${year}` : ''}\n${abstract.slice(0, 1200)}`,
    )
    .join('\n\n')
}

/** A source may give a whole text for an abstract; the record keeps what an abstract can be. */
const abstractChars = 4000

/** AgentLaboratory's SUMMARY: `limit` abstracts for a query. */
export const searchPapers = (limit: number) =>
  defineCommand({
    name: 'search-papers',
    help: `Search for papers; you get up to ${limit} with their abstracts.`,
    args: z.strictObject({ query: z.string().trim().min(2).max(300).describe('a few plain words') }),
    example: { query: 'label smoothing calibration' },
    async run({ query }, { turn, effects }) {
      const answer = await effects.searchPapers(query, limit)
      const found =
        answer.status === 'ok'
          ? { papers: answer.papers.map((paper) => ({ ...paper, abstract: paper.abstract.slice(0, abstractChars) })) }
          : { papers: [], fault: answer.fault }
      return {
        ok: answer.status === 'ok',
        events: [{ type: 'search-end', turn: turn.id, query, source: 'sources', status: answer.status, ...found }],
        result: lines(answer, query),
      }
    },
  })
