import { parseModelName } from '../../models/model-name.ts'
import { listOllamaModels } from '../../models/ollama-server.ts'
import type { Io } from '../io.ts'
import { configFor, type Options } from '../options.ts'
import { printable } from '../printable.ts'

/** Lists what can be used here: what Ollama has, and how to name the rest. Throws GalError `unknown-model` when the configured one is none. */
export const models = async (io: Io, options: Options): Promise<number> => {
  const { config } = configFor(options, io)
  parseModelName(config.model)
  const { 'base-url': url } = config.models.ollama
  const found = await listOllamaModels(url, globalThis.fetch, io.interrupt)
  const names = 'fault' in found ? [] : found.models.map(({ name }) => name)
  if (options.json) {
    io.out(
      JSON.stringify(
        { configured: config.model, ollama: { url, models: names, ...('fault' in found ? { problem: found.fault.message } : {}) } },
        null,
        2,
      ),
    )
    return 0
  }
  io.out(`Configured: ${printable(config.model)}`)
  io.out(
    'fault' in found
      ? printable(found.fault.message)
      : `Ollama at ${url}: ${names.length ? '' : 'it answers, but has no model (ollama pull qwen3:8b)'}`,
  )
  for (const name of names) io.out(`  ollama:${printable(name)}`)
  io.out('Any OpenAI-style server: openai:<name>, with models.openai.base-url and the key in the environment.')
  io.out('No model at all: rehearsal, a real study without a language model.')
  return 0
}
