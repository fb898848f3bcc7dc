import { GalError } from '../core/error.ts'
import { nearest } from '../core/nearest.ts'
import { chooseOllamaModel, sameModel } from './auto.ts'
import type { ModelDeps, Opened } from './model-deps.ts'
import type { OllamaModel } from './ollama-server.ts'
import type { ModelsSettings } from './settings.ts'

type Found = { models: OllamaModel[] } | { why: string }

const find = async ({ ollama }: ModelsSettings, { fetch, signal }: ModelDeps): Promise<Found> => {
  const { listOllamaModels } = await import('./ollama-server.ts')
  const answer = await listOllamaModels(ollama['base-url'], fetch ?? globalThis.fetch, signal)
  signal.throwIfAborted()
  return 'fault' in answer ? { why: answer.fault.message } : answer
}

const open = async (name: string, settings: ModelsSettings, { fetch, signal, ollamaSlots: slots }: ModelDeps): Promise<Opened> => {
  const { createOllama } = await import('./ollama.ts')
  const { ollamaContext } = await import('./ollama-server.ts')
  const { createSlots } = await import('./slots.ts')
  const { 'base-url': baseUrl, 'keep-alive': keepAlive, think, ...ollama } = settings.ollama
  const said = await ollamaContext(baseUrl, name, fetch ?? globalThis.fetch, signal)
  const model = createOllama({
    model: name,
    baseUrl,
    context: 'context' in said ? Math.min(said.context, ollama.context) : ollama.context,
    keepAlive,
    think,
    timeouts: { firstMs: ollama['first-chunk-seconds'] * 1000, idleMs: ollama['idle-seconds'] * 1000 },
    slots: slots ?? createSlots(ollama.concurrency),
    ...(fetch ? { fetch } : {}),
  })
  return { model, why: `${model.name} answers: Ollama at ${baseUrl} has it, with room for ${model.context} tokens.` }
}

/** For `auto`: the best model of the Ollama server, or why there is none. */
export const openOllamaIfThere = async (settings: ModelsSettings, deps: ModelDeps): Promise<Opened | { why: string }> => {
  const found = await find(settings, deps)
  if ('why' in found) return found
  const chosen = chooseOllamaModel(found.models, settings.ollama.model)
  return chosen ? open(chosen.name, settings, deps) : { why: `Ollama at ${settings.ollama['base-url']} has no model that talks` }
}

const missing = (name: string, baseUrl: string, models: readonly OllamaModel[]): GalError => {
  const names = models.map((model) => model.name)
  const near = nearest(name, names)
  const hint = near ? `; it has ${names.slice(0, 8).join(', ')}, of which ${near} is nearest` : ''
  return new GalError('unknown-model', `Ollama at ${baseUrl} has no model '${name}'`, `get it with: ollama pull ${name}${hint}`)
}

/** The named model of the Ollama server; without a name, its best. Throws `model-unreachable` or `unknown-model`. */
export const openOllama = async (name: string, settings: ModelsSettings, deps: ModelDeps): Promise<Opened> => {
  const baseUrl = settings.ollama['base-url']
  const found = await find(settings, deps)
  if ('why' in found) throw new GalError('model-unreachable', found.why, 'start it with: ollama serve; or run with --model rehearsal')
  const chosen =
    name === '' ? chooseOllamaModel(found.models, settings.ollama.model) : found.models.find((model) => sameModel(model.name, name))
  if (!chosen) throw missing(name || 'qwen3:8b', baseUrl, found.models)
  return open(chosen.name, settings, deps)
}
