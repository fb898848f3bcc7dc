import type { ModelDeps, Opened, Secret } from './model-deps.ts'
import { type ModelName, parseModelName } from './model-name.ts'
import { openHosted } from './open-hosted.ts'
import { openLlama, openLlamaIfThere } from './open-llama.ts'
import { openOllama, openOllamaIfThere } from './open-ollama.ts'
import { type HostedName, keyOf, placesOf } from './places.ts'
import { createServers } from './servers.ts'
import type { ModelsSettings } from './settings.ts'
import { sleep } from './sleep.ts'
import { withRetry } from './with-retry.ts'

const rehearsal = ({ createRehearsal }: ModelDeps, why: string): Opened => ({ model: createRehearsal(), why })

type Open = (name: string, settings: ModelsSettings, deps: ModelDeps) => Promise<Opened> | Opened

/** Those that are not behind an address and a key. */
const openers: Readonly<Record<Exclude<ModelName['provider'], HostedName>, Open>> = {
  rehearsal: (_name, _settings, deps) => rehearsal(deps, 'This is a rehearsal: a real study without a language model.'),
  ollama: openOllama,
  llama: openLlama,
  auto: async (_name, settings, deps) => {
    const served = await openOllamaIfThere(settings, deps)
    if ('model' in served) return served
    const here = await openLlamaIfThere(settings, deps)
    if ('model' in here) return { ...here, why: `${served.why}, so ${here.why}` }
    const why = here.why === undefined ? served.why : `${served.why}, and ${here.why}`
    return rehearsal(deps, `${why}, so this is a rehearsal: a real study without a language model.`)
  },
}

const isHosted = (provider: ModelName['provider']): provider is HostedName => !Object.hasOwn(openers, provider)

/**
 * Opens the model that a spec names, retries included. An Ollama server is asked whether it is there and has the model.
 * Throws GalError `unknown-model`, `missing-secret`, `missing-package`, `bad-config` or `model-unreachable`, and the signal's reason
 * when that came first.
 */
export const openModel = async (spec: string, settings: ModelsSettings, secret: Secret, given: ModelDeps): Promise<Opened> => {
  const { provider, name } = parseModelName(spec)
  const deps = { servers: createServers(settings), ...given }
  const { model, why } = isHosted(provider)
    ? await openHosted(provider, name, settings, secret, deps)
    : await openers[provider](name, settings, deps)
  deps.signal.throwIfAborted()
  const { tries, 'base-seconds': base } = settings.retry
  const { random, onRetry } = deps
  const options = { tries, baseMs: base * 1000, random, sleep: deps.sleep ?? sleep }
  return { model: withRetry(model, onRetry ? { ...options, onRetry } : options), why }
}

/**
 * Checks, without asking anybody, that every model that the settings name can be named so, has its address and its key.
 * Throws GalError `unknown-model`, `bad-config` or `missing-secret`.
 */
export const checkModels = (settings: ModelsSettings, secret: Secret): void => {
  for (const spec of [settings.model, ...Object.values(settings.roles), ...Object.values(settings.phases)]) {
    const { provider, name } = parseModelName(spec)
    if (isHosted(provider)) for (const place of placesOf(provider, name, settings)) keyOf(place, secret)
  }
}
