import { z } from 'zod'
import { defineAction } from './action.ts'

const limit = 5
const abstractChars = 1200

export const searchPapers = defineAction({
  name: 'search_papers',
  description: `Search the configured sources for papers; gives up to ${limit} with their abstracts.`,
  input: z.strictObject({ query: z.string().trim().min(2).max(300).describe('a few plain words') }),
  example: { query: 'label smoothing calibration' },
  async run({ query }, { searchPapers: search }) {
    const answer = await search(query, limit)
    if (answer.status !== 'ok') return { error: `the search could not be done (${answer.status}): ${answer.fault.message}` }
    return answer.papers.map(({ id, title, authors, year, url, abstract }) => ({
      id,
      title,
      authors,
      ...(year === undefined ? {} : { year }),
      ...(url === undefined ? {} : { url }),
      abstract: abstract.slice(0, abstractChars),
    }))
  },
})
