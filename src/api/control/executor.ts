import { GalError } from '../../core/error.ts'
import type { LabEvent } from '../../core/events/index.ts'
import { parseEvent } from '../../core/events/index.ts'
import { agentsStream } from '../../core/names.ts'
import { type Agent, agentNamed, agentsOf } from '../../lab/agents/agent.ts'
import type { Act } from '../../lab/agents/execute.ts'
import { createQueue } from '../../lab/agents/queue.ts'
import { loadPrompts } from '../../lab/prompts.ts'
import type { AgentSummary } from '../../transport/lab-control.ts'
import { promptFolders } from '../check-start.ts'
import type { Lab } from '../lab.ts'
import { randomTail } from '../run-id.ts'
import { loadAgentPrompt } from './agent-prompt.ts'
import type { Outside } from './outside.ts'

/** Different agents that may be at work at once. */
const mostAgents = 4

export type ExecutorInput = { lab: Lab; outside: Outside; random(): number; signal: AbortSignal }

export type Executor = {
  agents(): AgentSummary[]
  /** Throws GalError `unknown-agent`, and whatever keeps the agent from its cycle. */
  execute(id: string, by: string): Promise<Act[]>
  /** Waits for those at work; they give up when the signal is aborted. */
  close(): Promise<void>
}

const summaryOf = ({ id, name, description, role, model, actions }: Agent): AgentSummary => ({
  id,
  name,
  description,
  role,
  model,
  actions: actions.map((action) => action.name),
})

/** Executes the agents of a lab and puts all that they do on its log, in a stream of their own. */
export const createExecutor = ({ lab, outside, random, signal }: ExecutorInput): Executor => {
  const { config, log } = lab
  const agents = agentsOf(config)
  const queue = createQueue(mostAgents)
  const working = new Set<Promise<unknown>>()

  const openStream = () => {
    if (log.has(agentsStream)) return
    try {
      log.create(agentsStream)
    } catch (error) {
      // Another process made it between the two.
      if (!log.has(agentsStream)) throw error
    }
  }
  const store = (event: LabEvent) => {
    openStream()
    log.input(agentsStream, parseEvent(event))
  }

  const cycle = async (agent: Agent, by: string): Promise<Act[]> => {
    const { execute } = await import('../../lab/agents/execute.ts')
    const folders = promptFolders(config)
    const prompt = loadAgentPrompt(folders)
    const instructions = agent.role === null ? agent.instructions : (loadPrompts(folders).roles[agent.role].sections.brief ?? '')
    const { temperature, 'max-tokens': maxTokens } = config.models
    const { openModel, effects } = outside
    const id = `${randomTail(random)}${randomTail(random)}`
    return execute({
      agent,
      instructions,
      prompt,
      temperature,
      maxTokens,
      id,
      by,
      signal,
      openModel: (spec) => openModel(spec),
      effects,
      store,
    })
  }

  const inTurn = async (agent: Agent, by: string): Promise<Act[]> => {
    const acts = await queue(agent.id, signal, () => cycle(agent, by))
    if (acts) return acts
    throw new GalError('not-here', `the execution of ${agent.id} was given up: this process is closing`, 'execute it again')
  }

  return {
    agents: () => agents.map(summaryOf),
    async execute(id, by) {
      const work = inTurn(agentNamed(agents, id), by)
      working.add(work)
      try {
        return await work
      } finally {
        working.delete(work)
      }
    },
    close: async () => void (await Promise.allSettled(working)),
  }
}
