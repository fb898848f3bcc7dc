import { words } from './words.ts'

/** What a frame of the oldest clients asks. */
export type SeedRequest = { kind: 'greeting' } | { kind: 'execution'; agent: string } | { kind: 'wrong'; why: string }

/** Characters of the longest agent_id. */
const longestAgentId = 128

const executionTypes: ReadonlySet<unknown> = new Set(['execute', 'websocket_execution'])

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const wrong = (why: string): SeedRequest => ({ kind: 'wrong', why })

const isAgentId = (id: unknown): id is string =>
  typeof id === 'string' && id !== '' && id.length <= 2 * longestAgentId && [...id].length <= longestAgentId

/** The agent may be named beside the type, in `data`, or in both if it is the same. */
const executionOf = ({ agent_id: beside, data }: Record<string, unknown>): SeedRequest => {
  const ids = [beside, isRecord(data) ? data.agent_id : undefined].filter((id) => id !== undefined)
  const [agent, other = agent] = ids
  if (agent === undefined) return wrong(words.noAgent)
  if (!isAgentId(agent) || !isAgentId(other)) return wrong(words.badAgent(longestAgentId))
  return agent === other ? { kind: 'execution', agent } : wrong(words.twoAgents)
}

/** Reads what only the oldest clients send: an execution, or a message without a type. Undefined for all else. */
export const readSeedRequest = (value: unknown): SeedRequest | undefined => {
  if (!isRecord(value)) return undefined
  if (executionTypes.has(value.type)) return executionOf(value)
  return !Object.hasOwn(value, 'type') && Object.hasOwn(value, 'message') ? { kind: 'greeting' } : undefined
}

/** Why a frame of such a client cannot be answered otherwise. */
export const whyNot = (value: unknown): string => {
  if (!isRecord(value)) return words.notObject
  if (!Object.hasOwn(value, 'type')) return words.noType
  return typeof value.type === 'string' ? words.unknownType(value.type.slice(0, 80).toWellFormed()) : words.badType
}
