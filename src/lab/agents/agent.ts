import type { AgentAction } from '../../agents/actions/action.ts'
import { actionsNamed } from '../../agents/actions/index.ts'
import { GalError } from '../../core/error.ts'
import { type RoleName, roleNames } from '../../core/names.ts'
import { nearest } from '../../core/nearest.ts'
import type { Config } from '../config.ts'

/** Someone who can be executed: a role, or an agent of the configuration. */
export type Agent = {
  id: string
  name: string
  description: string
  /** The role that this is; its instructions are the role's own words. */
  role: RoleName | null
  instructions: string
  /** As the configuration names it. */
  model: string
  actions: readonly AgentAction[]
}

type RoleAgent = { name: string; description: string; actions: readonly string[] }

const look = ['list_runs', 'run_status']
const literature = ['search_papers', 'read_paper']

const roles: Readonly<Record<RoleName, RoleAgent>> = {
  'phd-student': { name: 'PhD student', description: 'Reads the literature and looks after the runs.', actions: [...literature, ...look] },
  postdoc: {
    name: 'Postdoc',
    description: 'Turns a topic into a question, and reads what bears on it.',
    actions: [...literature, ...look],
  },
  'ml-engineer': {
    name: 'ML engineer',
    description: 'Finds data and runs programs.',
    actions: ['search_datasets', 'run_program', 'search_papers', ...look],
  },
  'software-engineer': {
    name: 'Software engineer',
    description: 'Finds data and runs programs.',
    actions: ['search_datasets', 'run_program', ...look],
  },
  professor: { name: 'Professor', description: 'Looks after the runs of the lab.', actions: [...look, ...literature] },
  reviewer: { name: 'Reviewer', description: 'Holds the runs against the literature.', actions: [...look, ...literature] },
}

const roleAgent = (id: RoleName, { model, models }: Config): Agent => {
  const { name, description, actions } = roles[id]
  return { id, name, description, role: id, instructions: '', model: models.roles[id] ?? model, actions: actionsNamed(actions) }
}

/** Everyone who can be executed: those of the configuration, then the six roles. */
export const agentsOf = (config: Config): Agent[] => [
  ...config.agents.map(
    ({ model = config.model, actions, ...agent }): Agent => ({ ...agent, role: null, model, actions: actionsNamed(actions) }),
  ),
  ...roleNames.map((id) => roleAgent(id, config)),
]

/** The agent of this id. Throws GalError `unknown-agent`, which names it. */
export const agentNamed = (agents: readonly Agent[], id: string): Agent => {
  const found = agents.find((agent) => agent.id === id)
  if (found) return found
  const ids = agents.map((agent) => agent.id)
  throw new GalError(
    'unknown-agent',
    `there is no agent ${id}`,
    `did you mean ${nearest(id, ids) ?? ids[0]}? The agents are: ${ids.join(', ')}`,
  )
}
