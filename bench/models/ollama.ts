import { weightsIn } from '../../src/core/small-model.ts'
import { chooseOllamaModel } from '../../src/models/auto.ts'
import type { Model } from '../../src/models/model.ts'
import { createOllama } from '../../src/models/ollama.ts'
import { listOllamaModels } from '../../src/models/ollama-server.ts'

/** Where the measured server listens: GAL_OLLAMA_URL, else the address that a server started for measuring has. */
export const baseUrl = process.env.GAL_OLLAMA_URL ?? 'http://127.0.0.1:11435'

/** A fetch that leaves the schema out of each request: the model is told in words alone what an answer looks like. */
const withoutSchema: typeof fetch = (input, init) => {
  const { format: _none, ...body } = JSON.parse(String(init?.body)) as Record<string, unknown>
  return fetch(input, { ...init, body: JSON.stringify(body) })
}

/** The model of this name behind the measured server. Ends the process with a sentence when there is none. */
export const openMeasured = async (wanted: string, context: number, held: boolean): Promise<Model> => {
  const listed = await listOllamaModels(baseUrl, fetch, new AbortController().signal)
  if ('fault' in listed) throw new Error(listed.fault.message)
  const chosen = chooseOllamaModel(listed.models, wanted)
  const size = weightsIn(chosen?.size ?? '')
  if (!chosen || !chosen.name.startsWith(wanted))
    throw new Error(`${baseUrl} has no ${wanted}, but ${listed.models.map(({ name }) => name).join(', ')}`)
  return createOllama({
    model: chosen.name,
    baseUrl,
    context,
    ...(size === undefined ? {} : { parameters: size }),
    ...(held ? {} : { fetch: withoutSchema }),
  })
}
