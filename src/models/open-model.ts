import type { ModelDeps, Opened, Secret } from './model-deps.ts'
import { type ModelName, parseModelName } from './model-name.ts'
import { openOllama, openOllamaIfThere } from './open-ollama.ts'
import { keyOf, type OpenAIPlace, openOpenAI } from './open-openai.ts'
import { openAIStyle } from './providers.ts'
import type { ModelsSettings } from './settings.ts'
import { sleep } from './sleep.ts'
import { withRetry } from './with-retry.ts'

const rehearsal = ({ createRehearsal }: ModelDeps, why: string): Opened => ({ model: createRehearsal(), why })

type Open = (name: string, settings: ModelsSettings, secret: Secret, deps: ModelDeps) => Promise<Opened> | Opened

const openAt =
  (provider: keyof typeof openAIStyle): Open =>
  (name, ...rest) =>
    openOpenAI({ provider, name, ...openAIStyle[provider] }, ...rest)

const ownPlace = (name: string, { openai }: ModelsSettings): OpenAIPlace => ({
  provider: 'openai',
  name,
  baseUrl: openai['base-url'],
  keyName: openai['api-key-env'],
  context: openai.context,
})

const openers: Readonly<Record<ModelName['provider'], Open>> = {
  rehearsal: (_name, _settings, _secret, deps) => rehearsal(deps, 'This is a rehearsal: a real study without a language model.'),
  ollama: (name, settings, _secret, deps) => openOllama(name, settings, deps),
  openai: (name, settings, ...rest) => openOpenAI(ownPlace(name, settings), settings, ...rest),
  deepseek: openAt('deepseek'),
  anthropic: openAt('anthropic'),
  auto: async (_name, settings, _secret, deps) => {
    const found = await openOllamaIfThere(settings, deps)
    return 'model' in found ? found : rehearsal(deps, `${found.why}, so this is a rehearsal: a real study without a language model.`)
  },
}

/**
 * Opens the model that a spec names, retries included. An Ollama server is asked whether it is there and has the model.
 * Throws GalError `unknown-model`, `missing-secret` or `model-unreachable`, and the signal's reason when that came first.
 */
export const openModel = async (spec: string, settings: ModelsSettings, secret: Secret, deps: ModelDeps): Promise<Opened> => {
  const { provider, name } = parseModelName(spec)
  const { model, why } = await openers[provider](name, settings, secret, deps)
  deps.signal.throwIfAborted()
  const { tries, 'base-seconds': base } = settings.retry
  const { random, onRetry } = deps
  const options = { tries, baseMs: base * 1000, random, sleep: deps.sleep ?? sleep }
  return { model: withRetry(model, onRetry ? { ...options, onRetry } : options), why }
}

/**
 * Checks, without asking anybody, that every model that the settings name can be named so and has its key.
 * Throws GalError `unknown-model` or `missing-secret`.
 */
export const checkModels = (settings: ModelsSettings, secret: Secret): void => {
  for (const spec of [settings.model, ...Object.values(settings.roles), ...Object.values(settings.phases)]) {
    const { provider, name } = parseModelName(spec)
    if (provider === 'openai') keyOf(ownPlace(name, settings), secret)
    if (provider === 'deepseek' || provider === 'anthropic') keyOf({ provider, ...openAIStyle[provider] }, secret)
  }
}
