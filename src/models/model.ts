import type { Facts } from '../core/facts.ts'
import type { Fault } from '../core/fault.ts'
import type { LadderStep } from './ladder.ts'

export type Message = { from: 'system' | 'lab' | 'role'; text: string }

/** JSON Schema of a valid turn: one object with `command` and its arguments. */
export type TurnSchema = Readonly<Record<string, unknown>>

/**
 * What a model is asked. Providers read messages, schema and the two settings; rehearsal and scripted casts read
 * facts, a typed view of what this role may know; recordings are keyed on caller + facts.
 */
export type Request = {
  role: string
  phase: string
  turn: string
  /** Which conversation it belongs to: each of its requests begins with the one before. */
  conversation: string
  messages: readonly Message[]
  schema: TurnSchema
  facts: Facts
  temperature: number
  /** Most tokens of an answer. */
  maxTokens: number
}

/** `cost` is in the currency of the configured prices; tokens as the provider counted them, else estimated. */
export type Usage = { input: number; output: number; cost: number }
/** `held`: the step of the ladder, where the answer was held to its form by less than a schema or a grammar. */
export type Reply = { text: string; usage: Usage; model: string; held?: LadderStep }
export type Answer = { reply: Reply } | { fault: Fault }

/**
 * A language model behind any provider. `generate` never throws for trouble outside: it gives a fault.
 * An aborted signal gives the fault `cancelled`; a truncated answer is `bad-output`, never a success.
 */
export type Model = {
  /** provider:name, as shown to people and stored with each reply. */
  name: string
  /** Tokens that a request and its answer may hold together. */
  context: number
  /** True for a model that writes on until it is cut off: its texts are kept short by the schema. */
  endless?: boolean
  /** How many weights it has, where its server says so. */
  parameters?: number
  /** The step of the ladder that its server has come to by now; one that is never asked for less need not say. */
  held?(): LadderStep
  generate(request: Request, signal: AbortSignal, onDelta: (text: string) => void): Promise<Answer>
}
