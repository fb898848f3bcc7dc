import { actionHelp, choiceSchema } from '../../agents/actions/choice-schema.ts'
import { type Choice, mostChoices, readChoices } from '../../agents/actions/read-choices.ts'
import { type Prompt, renderPrompt } from '../../agents/prompt.ts'
import { bareFacts } from '../../core/bare-facts.ts'
import { GalError } from '../../core/error.ts'
import type { Message, Model, Usage } from '../../models/model.ts'
import type { Agent } from './agent.ts'
import { rehearsedAnswer } from './rehearse.ts'

export type ChoiceInput = {
  agent: Agent
  /** Who the agent is and what it is for. */
  instructions: string
  /** The prompt `agents/agent.md`. */
  prompt: Prompt
  model: Model
  temperature: number
  maxTokens: number
  /** Of the execution. */
  id: string
  signal: AbortSignal
}

export type Chosen = { choices: readonly Choice[]; usage: Usage }

/** What a model said, or why it is no answer. */
type Said = { text: string; usage: Usage; flaw?: string }

const nothing: Usage = { input: 0, output: 0, cost: 0 }

const sum = (a: Usage, b: Usage): Usage => ({ input: a.input + b.input, output: a.output + b.output, cost: a.cost + b.cost })

const ask = async ({ agent, model, id, temperature, maxTokens, signal }: ChoiceInput, messages: readonly Message[]): Promise<Said> => {
  if (model.name === 'rehearsal') return { text: rehearsedAnswer(agent.actions), usage: nothing }
  const answer = await model.generate(
    {
      role: agent.id,
      phase: '',
      turn: id,
      conversation: id,
      messages,
      schema: choiceSchema(agent.actions),
      facts: bareFacts(agent.role ?? 'professor', id),
      temperature,
      maxTokens: Math.min(maxTokens, Math.floor(model.context / 2)),
    },
    signal,
    () => undefined,
  )
  if ('reply' in answer) return answer.reply
  if (answer.fault.kind === 'bad-output') return { text: '', usage: nothing, flaw: `${answer.fault.message}.` }
  throw new GalError('model-unreachable', answer.fault.message, 'try again once the model answers, or give the agent another')
}

/**
 * Asks an agent's model which actions to take. An answer that cannot be used is told what is wrong with it, once. Throws GalError
 * `model-unreachable`, and `bad-answer` when the second answer cannot be used either.
 */
export const choose = async (input: ChoiceInput): Promise<Chosen> => {
  const { agent, instructions, prompt, model } = input
  const { actions } = agent
  if (actions.length === 0) return { choices: [], usage: nothing }
  const brief = renderPrompt(prompt, 'brief', {
    instructions,
    most: String(mostChoices),
    actions: actions.map(actionHelp).join('\n'),
  })
  const messages: Message[] = [
    { from: 'system', text: brief },
    { from: 'lab', text: renderPrompt(prompt, 'cycle', {}) },
  ]
  const first = await ask(input, messages)
  const read = first.flaw === undefined ? readChoices(first.text, actions) : { problem: first.flaw }
  if ('choices' in read) return { choices: read.choices, usage: first.usage }
  const repair: Message = { from: 'lab', text: renderPrompt(prompt, 'repair', { problem: read.problem }) }
  const second = await ask(input, [...messages, { from: 'role', text: first.text || '(nothing)' }, repair])
  const again = second.flaw === undefined ? readChoices(second.text, actions) : { problem: second.flaw }
  if ('choices' in again) return { choices: again.choices, usage: sum(first.usage, second.usage) }
  throw new GalError('bad-answer', `${model.name} chose no actions for ${agent.id} that can be used: ${again.problem}`)
}
