import { z } from 'zod'
import type { AgentResult } from '../../lab-control.ts'
import { cuts, shorten } from '../../shorten.ts'
import { mcpLimits } from '../limits.ts'
import { adds, by, defineTool } from '../tool.ts'

const sizeOf = (results: readonly AgentResult[]): number => Buffer.byteLength(JSON.stringify(results))

/** The results whole when they are short enough; else each with its texts and lists cut, and as a last resort by its name alone. */
const bounded = (results: readonly AgentResult[]): { results: AgentResult[]; cut: boolean } => {
  if (sizeOf(results) <= mcpLimits.results) return { results: [...results], cut: false }
  for (const cut of cuts) {
    const heads = results.map(({ function_name, result }) => ({ function_name, result: shorten(result, cut) }))
    if (sizeOf(heads) <= mcpLimits.results) return { results: heads, cut: true }
  }
  return { results: results.map(({ function_name }) => ({ function_name, result: null })), cut: true }
}

export const executeAgent = defineTool({
  name: 'execute_agent',
  title: 'Execute an agent for one cycle',
  description:
    'Lets a role or an agent of the configuration choose a few actions, carries them out, and gives what came of each. list_agents names them.',
  input: z.object({ agent: z.string().min(1).max(128).describe('its id') }),
  output: z.looseObject({
    agent: z.string(),
    results: z.array(z.looseObject({ function_name: z.string(), result: z.unknown() })),
    cut: z.boolean().describe('long texts and lists in the results are cut to {chars, head} and {entries, head}'),
  }),
  annotations: { ...adds, openWorldHint: true },
  async run(control, { agent }) {
    const executed = await control.execute(agent, by)
    return { agent: executed.agent, ...bounded(executed.results) }
  },
})
