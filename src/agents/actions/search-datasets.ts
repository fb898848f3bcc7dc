import { z } from 'zod'
import { defineAction } from './action.ts'

export const searchDatasets = defineAction({
  name: 'search_datasets',
  description: 'Search for data sets by name or subject.',
  input: z.strictObject({ query: z.string().trim().min(2).max(200).describe('a few plain words') }),
  example: { query: 'handwritten digits' },
  async run({ query }, effects) {
    const answer = await effects.searchDatasets(query)
    if (answer.status !== 'ok') return { error: `the search could not be done (${answer.status}): ${answer.fault.message}` }
    return answer.datasets.map(({ id, description }) => ({ id, description }))
  },
})
