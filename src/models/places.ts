import { GalError } from '../core/error.ts'
import type { Secret } from './model-deps.ts'
import { type Native, type Preset, presets, type ServedName } from './providers.ts'
import type { ModelsSettings } from './settings.ts'

/** Where and how a model that takes a key is asked, as far as the settings say. */
export type Place = {
  provider: string
  baseUrl: string
  keyName: string
  keyHeader?: string
  query?: Readonly<Record<string, string>>
  context: number
  structured: ModelsSettings['openai']['structured']
  /** The provider's own API, where it may be spoken: with `insists`, or else when its package is there. */
  native?: Native & { insists: boolean }
}

export type HostedName = Exclude<ServedName, 'ollama'>

/** Azure names the deployment in the path when a version is given, and in the request when none is. */
const azureAt = (resource: string, name: string, version: string | undefined): Pick<Place, 'baseUrl' | 'query'> => {
  const base = resource.replace(/(\/openai(\/v1)?)?\/*$/, '')
  if (version === undefined) return { baseUrl: `${base}/openai/v1` }
  return { baseUrl: `${base}/openai/deployments/${encodeURIComponent(name)}`, query: { 'api-version': version } }
}

const without = (provider: string): GalError =>
  new GalError(
    'bad-config',
    `${provider} has no address of its own`,
    `set models.providers.${provider}.base-url, such as https://NAME.openai.azure.com`,
  )

/** The place of a model, at `address` when it is one of several servers. Throws GalError `bad-config` when there is no address. */
const placeOf = (provider: HostedName, name: string, settings: ModelsSettings, address?: string): Place => {
  const { openai } = settings
  if (provider === 'openai')
    return {
      provider,
      baseUrl: address ?? openai['base-url'],
      keyName: openai['api-key-env'],
      context: openai.context,
      structured: openai.structured,
    }
  const preset: Preset = presets[provider]
  const own = settings.providers[provider] ?? {}
  const native = own.api === 'openai' ? undefined : preset.native
  const baseUrl = address ?? own['base-url'] ?? preset.baseUrl
  if (baseUrl === undefined) throw without(provider)
  return {
    provider,
    baseUrl,
    ...(provider === 'azure' ? azureAt(baseUrl, name, own['api-version']) : {}),
    keyName: own['api-key-env'] ?? preset.keyName,
    ...(preset.keyHeader ? { keyHeader: preset.keyHeader } : {}),
    context: own.context ?? preset.context,
    structured: own.structured ?? openai.structured,
    ...(native ? { native: { ...native, baseUrl: address ?? own['base-url'] ?? native.baseUrl, insists: own.api === 'native' } } : {}),
  }
}

/** Every place of a model: its one, or one for each server of its provider. */
export const placesOf = (provider: HostedName, name: string, settings: ModelsSettings): Place[] => {
  const servers = settings.servers[provider]
  if (!servers) return [placeOf(provider, name, settings)]
  return servers.map((server) => {
    const place = placeOf(provider, name, settings, server['base-url'])
    return { ...place, keyName: server['api-key-env'] ?? place.keyName }
  })
}

const onThisMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The key of a server; a server on this machine may do without. It goes into a header, so it must be of a header's letters. */
export const keyOf = ({ provider, baseUrl, keyName }: Pick<Place, 'provider' | 'baseUrl' | 'keyName'>, secret: Secret): string => {
  const key = (keyName === '' ? '' : (secret(keyName) ?? '')).trim()
  if (/[^\x21-\x7e]/.test(key)) throw new GalError('missing-secret', `${keyName} holds letters that no key has`, 'copy the key again')
  if (key === '' && keyName !== '' && !onThisMachine.has(new URL(baseUrl).hostname))
    throw new GalError('missing-secret', `${provider} at ${baseUrl} needs a key`, `set the environment variable ${keyName}`)
  return key
}
