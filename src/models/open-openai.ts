import { GalError } from '../core/error.ts'
import type { ModelDeps, Opened, Secret } from './model-deps.ts'
import type { ModelsSettings } from './settings.ts'

export type OpenAIPlace = { provider: string; name: string; baseUrl: string; keyName: string; context: number }

const own = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The key of a server; a server on this machine may do without. It goes into a header, so it must be of a header's letters. */
export const keyOf = ({ provider, baseUrl, keyName }: Pick<OpenAIPlace, 'provider' | 'baseUrl' | 'keyName'>, secret: Secret): string => {
  const key = (keyName === '' ? '' : (secret(keyName) ?? '')).trim()
  if (/[^\x21-\x7e]/.test(key)) throw new GalError('missing-secret', `${keyName} holds letters that no key has`, 'copy the key again')
  if (key === '' && keyName !== '' && !own.has(new URL(baseUrl).hostname))
    throw new GalError('missing-secret', `${provider} at ${baseUrl} needs a key`, `set the environment variable ${keyName}`)
  return key
}

/** A model behind an OpenAI-style server. Asks nothing yet. Throws `missing-secret`. */
export const openOpenAI = async (place: OpenAIPlace, settings: ModelsSettings, secret: Secret, { fetch }: ModelDeps): Promise<Opened> => {
  const apiKey = keyOf(place, secret)
  const { createOpenAI } = await import('./openai.ts')
  const { provider, name, baseUrl, context } = place
  const model = createOpenAI({
    name: `${provider}:${name}`,
    model: name,
    baseUrl,
    apiKey,
    context,
    structured: settings.openai.structured,
    price: settings.price,
    ...(fetch ? { fetch } : {}),
  })
  return { model, why: `${model.name} at ${new URL(baseUrl).origin} answers.` }
}
