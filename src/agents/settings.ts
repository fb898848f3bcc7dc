import { z } from 'zod'
import { roleNames } from '../core/names.ts'
import { actionNames } from './actions/index.ts'

/** An agent of the configuration: executed by itself, outside of any run. */
const agentSettings = z.strictObject({
  id: z.string().min(1).max(128),
  name: z.string().min(1).max(100),
  description: z.string().max(1000).default(''),
  instructions: z.string().max(20_000).default(''),
  model: z.string().trim().min(1).optional(),
  actions: z.array(z.enum(actionNames)).default([]),
})

/** Works on every machine: its rehearsal chooses what needs neither a model nor a network. */
const demo = {
  id: '8191feef-546d-46a8-a26f-b92073882f5c',
  name: 'Demo',
  description: 'Looks around: lists the runs and searches the papers, without a language model.',
  instructions: 'Look at what this lab has done, and find papers that bear on it.',
  model: 'rehearsal',
  actions: ['list_runs', 'search_papers'],
}

type AgentSettings = z.infer<typeof agentSettings>

const repeatedId = (agents: readonly AgentSettings[]): string | undefined => {
  const ids = [...roleNames, ...agents.map(({ id }) => id)]
  return ids.find((id, place) => ids.indexOf(id) !== place)
}

/** The section `agents` of the configuration. */
export const agentsSettings = z
  .array(agentSettings)
  .superRefine((agents, context) => {
    const id = repeatedId(agents)
    if (id !== undefined) context.addIssue({ code: 'custom', message: `the id ${JSON.stringify(id)} is given twice, or is that of a role` })
  })
  .default([demo])
  .meta({
    description: `Agents that can be executed by themselves, beside the six roles: id, name, description, instructions, model, actions (${actionNames.join(', ')}).`,
    expects: 'a list of agents, each with id and name',
  })
