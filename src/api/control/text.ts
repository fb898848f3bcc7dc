import { bareFacts } from '../../core/bare-facts.ts'
import { GalError } from '../../core/error.ts'
import type { Config } from '../../lab/config.ts'
import type { Model } from '../../models/model.ts'
import type { Outside } from './outside.ts'
import { wordsOnly } from './words-only.ts'

export type TextInput = { outside: Outside; config: Config; fetch: typeof globalThis.fetch; signal: AbortSignal }

const unavailable = (why: string, cause?: unknown): GalError =>
  new GalError('model-unavailable', why, 'start Ollama (ollama serve), or name another model in config.yaml', { cause })

const open = async ({ outside, config, fetch }: TextInput): Promise<Model> => {
  try {
    // Whoever waits for a text asks again; and what is said twice would be heard twice.
    return await outside.openModel(config.model, { retry: { ...config.models.retry, tries: 1 } }, wordsOnly(fetch))
  } catch (error) {
    throw error instanceof GalError ? unavailable(error.message, error) : error
  }
}

/**
 * Text from the model of the configuration: one call, the prompt as it is. A text that reaches `maxTokens` ends there. Throws GalError
 * `model-unavailable` when there is no model or it cannot be reached, and `bad-answer` when it says nothing.
 */
export const generateText = async (input: TextInput, prompt: string, maxTokens: number): Promise<{ text: string; model: string }> => {
  const model = await open(input)
  if (model.name === 'rehearsal')
    throw unavailable('no language model is configured: a rehearsal follows a study and cannot answer a prompt')
  let said = ''
  const answer = await model.generate(
    {
      role: 'text',
      phase: '',
      turn: 'text',
      conversation: 'text',
      messages: [{ from: 'lab', text: prompt }],
      schema: {},
      facts: bareFacts('professor', 'text'),
      temperature: input.config.models.temperature,
      maxTokens,
    },
    input.signal,
    (piece) => {
      said += piece
    },
  )
  if ('reply' in answer) return { text: answer.reply.text, model: answer.reply.model }
  const { kind, message } = answer.fault
  if (kind !== 'bad-output') throw unavailable(message)
  // A role's answer that was cut off is no answer; a text of a given length is.
  if (said.trim() === '') throw new GalError('bad-answer', message)
  return { text: said, model: model.name }
}
