import { z } from 'zod'
import { defineCommand } from '../command.ts'

/** AgentLaboratory's SEARCH_HF. */
export const searchDatasets = defineCommand({
  name: 'search-datasets',
  help: 'Search for data sets by name or subject.',
  args: z.strictObject({ query: z.string().trim().min(2).max(200).describe('a few plain words') }),
  example: { query: 'handwritten digits' },
  async run({ query }, { turn, effects }) {
    const answer = await effects.searchDatasets(query)
    const datasets = answer.status === 'ok' ? answer.datasets.map(({ id, description }) => ({ id, description })) : []
    const said =
      answer.status !== 'ok'
        ? `The search could not be done (${answer.status}): ${answer.fault.message}`
        : datasets.map(({ id, description }) => `${id}: ${description}`).join('\n') || `No data set was found for "${query}".`
    return {
      ok: answer.status === 'ok',
      events: [{ type: 'dataset-search', turn: turn.id, query, status: answer.status, datasets }],
      result: said,
    }
  },
})
