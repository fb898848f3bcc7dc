import { z } from 'zod'
import { defineTool, looks } from '../tool.ts'

const agent = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  role: z.string().nullable(),
  model: z.string(),
  actions: z.array(z.string()),
})

export const listAgents = defineTool({
  name: 'list_agents',
  title: 'List the agents',
  description: 'Lists what execute_agent can execute: the six roles, and the agents of the configuration.',
  input: z.object({}),
  output: z.looseObject({ agents: z.array(agent) }),
  annotations: looks,
  run: (control) => ({ agents: [...control.agents()] }),
})
