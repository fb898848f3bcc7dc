import { GalError } from '../core/error.ts'
import { nearest } from '../core/nearest.ts'
import { smallness, weightsIn } from '../core/small-model.ts'
import { chooseOllamaModel, sameModel } from './auto.ts'
import type { ModelDeps, Opened } from './model-deps.ts'
import type { OllamaModel } from './ollama-server.ts'
import { openServed } from './open-served.ts'
import { layDown } from './servers.ts'
import type { ModelsSettings } from './settings.ts'

type Found = { models: OllamaModel[] } | { why: string }

const find = async (baseUrl: string, { fetch, signal }: ModelDeps): Promise<Found> => {
  const { listOllamaModels } = await import('./ollama-server.ts')
  const answer = await listOllamaModels(baseUrl, fetch ?? globalThis.fetch, signal)
  signal.throwIfAborted()
  return 'fault' in answer ? { why: answer.fault.message } : answer
}

type Server = { baseUrl: string; concurrency: number }

type Wanted = { name: string; parameters: number | undefined }

const open = async ({ baseUrl, concurrency }: Server, { name, parameters }: Wanted, settings: ModelsSettings, deps: ModelDeps) => {
  const { fetch, signal, ollamaSlots } = deps
  const { createOllama } = await import('./ollama.ts')
  const { ollamaContext } = await import('./ollama-server.ts')
  const { createSlots } = await import('./slots.ts')
  const { fetchFor } = await import('./patient-fetch.ts')
  const { 'keep-alive': keepAlive, think, ...ollama } = settings.ollama
  const said = await ollamaContext(baseUrl, name, fetch ?? globalThis.fetch, signal)
  return createOllama({
    model: name,
    baseUrl,
    context: 'context' in said ? Math.min(said.context, ollama.context) : ollama.context,
    ...(parameters === undefined ? {} : { parameters }),
    keepAlive,
    think,
    timeouts: {
      firstMs: ollama['first-chunk-seconds'] * 1000,
      idleMs: ollama['idle-seconds'] * 1000,
      totalMs: settings['total-seconds'] * 1000,
    },
    slots: ollamaSlots ?? createSlots(concurrency),
    fetch: fetchFor(fetch),
  })
}

const choose = (name: string, models: readonly OllamaModel[], { ollama }: ModelsSettings): string | undefined =>
  (name === '' ? chooseOllamaModel(models, ollama.model) : models.find((model) => sameModel(model.name, name)))?.name

const weightsOf = (name: string, models: readonly OllamaModel[]): number | undefined =>
  weightsIn(models.find((model) => sameModel(model.name, name))?.size ?? '')

const serversOf = ({ ollama, servers }: ModelsSettings): Server[] =>
  servers.ollama?.map((server) => ({ baseUrl: server['base-url'], concurrency: server.concurrency ?? ollama.concurrency })) ?? [
    { baseUrl: ollama['base-url'], concurrency: ollama.concurrency },
  ]

/** What came of looking for a model: the model, that nobody is there, or what the servers have instead. */
type Search = Opened | { away: string } | { instead: OllamaModel[] }

/** Where nothing was found of what was wanted, though somebody answered. */
const instead = (found: readonly Found[]): OllamaModel[] => found.flatMap((one) => ('models' in one ? one.models : []))

const search = async (name: string, settings: ModelsSettings, deps: ModelDeps): Promise<Search> => {
  const servers = serversOf(settings)
  const found = await Promise.all(servers.map(({ baseUrl }) => find(baseUrl, deps)))
  if (found.every((one) => 'why' in one)) return { away: found.map(({ why }) => why).join('; ') }
  const chosen = found.map((one) => ('models' in one ? choose(name, one.models, settings) : undefined)).find((one) => one !== undefined)
  if (chosen === undefined) return { instead: instead(found) }
  const parameters = found.map((one) => ('models' in one ? weightsOf(chosen, one.models) : undefined)).find((one) => one !== undefined)
  // One that is away may come back, and is taken to have the model; one that answers and lacks it is left out.
  const models = await Promise.all(
    servers.map(async (server, place) => {
      const one = found[place]
      const has = one !== undefined && ('why' in one || one.models.some((model) => sameModel(model.name, chosen)))
      const { ollamaSlots: _of_one, ...rest } = deps
      return has ? open(server, { name: chosen, parameters }, settings, servers.length > 1 ? rest : deps) : undefined
    }),
  )
  const now = (deps.now ?? (() => performance.now()))()
  const remarks = servers.flatMap(({ baseUrl }, place) => {
    const one = found[place]
    const known = deps.servers?.get('ollama')?.[place]
    if (one && 'why' in one && known) layDown(known, now)
    if (one && 'why' in one) return [` For now without ${baseUrl}: ${one.why}.`]
    return models[place] ? [] : [` Without ${baseUrl}, which lacks it.`]
  })
  const model = openServed('ollama', `ollama:${chosen}`, models, deps)
  const having = servers.filter((_, place) => models[place] && 'models' in (found[place] ?? {})).map(({ baseUrl }) => baseUrl)
  const why = `${model.name} answers: Ollama at ${having.join(', ')} has it, with room for ${model.context} tokens.${smallness(model)}${remarks.join('')}`
  return { model, why }
}

const addresses = (settings: ModelsSettings): string =>
  serversOf(settings)
    .map(({ baseUrl }) => baseUrl)
    .join(', ')

/** For `auto`: the best model of the Ollama servers, or why there is none. */
export const openOllamaIfThere = async (settings: ModelsSettings, deps: ModelDeps): Promise<Opened | { why: string }> => {
  const result = await search('', settings, deps)
  if ('model' in result) return result
  return { why: 'away' in result ? result.away : `Ollama at ${addresses(settings)} has no model that talks` }
}

/** As people write it: the tag that Ollama adds by itself is no part of what was mistyped. */
const bare = (name: string): string => name.replace(/:latest$/, '')

const missing = (name: string, where: string, models: readonly OllamaModel[]): GalError => {
  const names = [...new Set(models.map((model) => model.name))]
  const bareNames = names.map(bare)
  const meant = nearest(bare(name), bareNames)
  const near = meant === undefined ? undefined : names[bareNames.indexOf(meant)]
  const hint = near ? `; it has ${names.slice(0, 8).join(', ')}, of which ${near} is nearest` : ''
  return new GalError('unknown-model', `Ollama at ${where} has no model '${name}'`, `get it with: gal models pull ${name}${hint}`)
}

/** The named model of the Ollama servers; without a name, their best. Throws `model-unreachable` or `unknown-model`. */
export const openOllama = async (name: string, settings: ModelsSettings, deps: ModelDeps): Promise<Opened> => {
  const result = await search(name, settings, deps)
  if ('model' in result) return result
  if ('away' in result) throw new GalError('model-unreachable', result.away, 'start it with: ollama serve; or run with --model rehearsal')
  throw missing(name || 'qwen3:8b', addresses(settings), result.instead)
}
