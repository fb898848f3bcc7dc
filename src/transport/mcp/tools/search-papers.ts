import { z } from 'zod'
import { paper } from '../../../core/paper.ts'
import { defineTool, looks } from '../tool.ts'

export const searchPapers = defineTool({
  name: 'search_papers',
  title: 'Search for papers',
  description:
    'Searches the sources of papers that the lab is configured with, and gives what is known of each paper, its abstract included.',
  input: z.object({ query: z.string().trim().min(1).max(500), limit: z.int().min(1).max(50).default(10) }),
  output: z.looseObject({ papers: z.array(paper) }),
  annotations: { ...looks, openWorldHint: true },
  run: async (control, { query, limit }) => ({ papers: [...(await control.searchPapers(query, limit))] }),
})
