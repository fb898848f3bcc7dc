import { GalError } from '../core/error.ts'
import { nearest } from '../core/nearest.ts'
import { type ProviderName, providerNames } from './providers.ts'

/** `name` is empty when only the provider was given. */
export type ModelName = { provider: ProviderName | 'auto'; name: string }

/** AgentLaboratory's names (llm-backend, lit-review-backend), with the spellings that it takes as well, and what they are here. */
export const agentLaboratoryModels: Readonly<Record<string, string>> = {
  'gpt-4o': 'openai:gpt-4o',
  gpt4o: 'openai:gpt-4o',
  'gpt-4o-mini': 'openai:gpt-4o-mini',
  'gpt4o-mini': 'openai:gpt-4o-mini',
  'gpt-4omini': 'openai:gpt-4o-mini',
  gpt4omini: 'openai:gpt-4o-mini',
  'o1-mini': 'openai:o1-mini',
  'o1-preview': 'openai:o1-preview',
  o1: 'openai:o1',
  'o3-mini': 'openai:o3-mini',
  'deepseek-chat': 'deepseek:deepseek-chat',
  'claude-3-5-sonnet': 'anthropic:claude-3-5-sonnet-latest',
  'claude-3.5-sonnet': 'anthropic:claude-3-5-sonnet-latest',
}

const known = ['auto', ...providerNames] as const
const nameless: ReadonlySet<string> = new Set(['auto', 'rehearsal'])
const nameOptional: ReadonlySet<string> = new Set(['ollama', 'llama'])

const unknownModel = (spec: string, provider: string): GalError => {
  const theirs = nearest(spec, Object.keys(agentLaboratoryModels))
  const also = theirs ? `; of AgentLaboratory's names, ${theirs} is nearest` : ''
  const others = `a model is written provider:name, and the providers are ${known.join(', ')}${also}`
  return new GalError(
    'unknown-model',
    `there is no model provider '${provider}' (in '${spec}')`,
    `did you mean ${suggestion(spec, provider)}? ${others}`,
  )
}

/** Whoever writes 'qwen3:8b' or 'gpt-5' left out the provider; whoever writes 'olama:qwen3' mistyped it. */
const suggestion = (spec: string, provider: string): string => {
  if (/\.gguf$/i.test(spec)) return `llama:${spec}`
  const near = nearest(provider, known) ?? 'auto'
  const alike = [...near].filter((letter) => provider.includes(letter)).length / near.length
  if (alike > 0.6) return spec.replace(provider, near)
  return /^(gpt|o\d)/.test(spec) ? `openai:${spec}` : `ollama:${spec}`
}

/**
 * Reads 'ollama:qwen3:8b', 'rehearsal', 'auto', or one of AgentLaboratory's names.
 * Throws GalError `unknown-model` with the nearest that there is.
 */
export const parseModelName = (spec: string): ModelName => {
  const whole = (Object.hasOwn(agentLaboratoryModels, spec) ? agentLaboratoryModels[spec] : undefined) ?? spec
  const colon = whole.indexOf(':')
  const [head, name] = colon < 0 ? [whole, ''] : [whole.slice(0, colon), whole.slice(colon + 1)]
  const provider = known.find((candidate) => candidate === head)
  if (!provider) throw unknownModel(spec, head)
  if (nameless.has(provider) && name !== '')
    throw new GalError('unknown-model', `'${provider}' takes no name (in '${spec}')`, `write ${provider}`)
  if (!nameless.has(provider) && !nameOptional.has(provider) && name === '')
    throw new GalError('unknown-model', `'${spec}' names no model`, `write ${provider}: and the name of a model`)
  return { provider, name }
}
