import { GalError } from '../core/error.ts'
import { isInstalled } from './installed.ts'
import { listServed } from './list-served.ts'
import type { Secret } from './model-deps.ts'
import { listOllamaModels } from './ollama-server.ts'
import { ollamaShown } from './ollama-shown.ts'
import { type HostedName, keyOf, type Place, placesOf } from './places.ts'
import { presetNames } from './providers.ts'
import type { ServedModel } from './served-models.ts'
import type { ModelsSettings } from './settings.ts'

/**
 * A provider at one address, as it was found: it answers with its models, it was not asked because something is missing, nobody is
 * there, or somebody is and something is wrong.
 */
export type DescribedProvider = {
  provider: string
  address?: string
  /** The environment variable of its key; left out where none is wanted. Never the key. */
  key?: { name: string; set: boolean }
  /** The package through which its own API is spoken. Without it, it is asked in OpenAI's way. */
  package?: { name: string; installed: boolean }
  status: 'answers' | 'not-asked' | 'away' | 'trouble'
  models: readonly (ServedModel & { numCtx?: number })[]
  problem?: string
}

export type DescribeDeps = { secret: Secret; fetch: typeof fetch; signal: AbortSignal; packageFolders?: readonly string[] }

/** More of an Ollama's models than these are only named. */
const mostShown = 24

const describeOllama = async (address: string, { fetch, signal }: DescribeDeps): Promise<DescribedProvider> => {
  const found = await listOllamaModels(address, fetch, signal)
  if ('fault' in found) {
    const { kind, message } = found.fault
    return { provider: 'ollama', address, status: kind === 'unreachable' ? 'away' : 'trouble', models: [], problem: message }
  }
  const models = found.models.map(async ({ name }, place) =>
    place < mostShown ? ollamaShown(address, name, fetch, AbortSignal.any([signal, AbortSignal.timeout(1500)])) : { name },
  )
  return { provider: 'ollama', address, status: 'answers', models: await Promise.all(models) }
}

const keyedAs = (place: Place, secret: Secret): { key: string } | { problem: string } => {
  try {
    return { key: keyOf(place, secret) }
  } catch (error) {
    if (!(error instanceof GalError)) throw error
    return { problem: error.message }
  }
}

const describePlace = async (place: Place, deps: DescribeDeps): Promise<DescribedProvider> => {
  const { provider, baseUrl: address, keyName, native } = place
  const { secret, fetch, signal, packageFolders } = deps
  const about = {
    provider,
    address,
    ...(keyName === '' ? {} : { key: { name: keyName, set: Boolean(secret(keyName)?.trim()) } }),
    ...(native ? { package: { name: native.package, installed: isInstalled(native.package, packageFolders) } } : {}),
  }
  const keyed = keyedAs(place, secret)
  if ('problem' in keyed) return { ...about, status: 'not-asked', models: [], problem: keyed.problem }
  const found = await listServed(place, keyed.key, fetch, signal)
  if ('models' in found) return { ...about, status: 'answers', models: found.models }
  const { kind, message } = found.fault
  return { ...about, status: kind === 'unreachable' ? 'away' : 'trouble', models: [], problem: message }
}

/** The places of a provider, or none where it has no address. */
const knownPlaces = (provider: HostedName, settings: ModelsSettings): Place[] => {
  try {
    return placesOf(provider, 'any', settings)
  } catch (error) {
    if (!(error instanceof GalError)) throw error
    return []
  }
}

const ollamaAddresses = ({ servers, ollama }: ModelsSettings): string[] =>
  servers.ollama?.map((server) => server['base-url']) ?? [ollama['base-url']]

/** Asks every provider at every address that the settings name, side by side; whoever has no key is not asked. */
export const describeProviders = async (settings: ModelsSettings, deps: DescribeDeps): Promise<DescribedProvider[]> => {
  const hosted: readonly HostedName[] = ['openai', ...presetNames]
  return Promise.all([
    ...ollamaAddresses(settings).map((address) => describeOllama(address, deps)),
    ...hosted.flatMap((provider) => knownPlaces(provider, settings).map((place) => describePlace(place, deps))),
  ])
}
