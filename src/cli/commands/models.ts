import { readProbes } from '../../api/probes.ts'
import { GalError } from '../../core/error.ts'
import { parseModelName } from '../../models/model-name.ts'
import { listOllamaModels } from '../../models/ollama-server.ts'
import type { Io } from '../io.ts'
import { modelsWords } from '../models-words.ts'
import { configFor, type Options } from '../options.ts'
import { printable } from '../printable.ts'

/** What else the command does, by the word after it. */
const actions: Readonly<Record<string, (io: Io, options: Options, name: string | undefined) => Promise<number>>> = {
  probe: async (...given) => (await import('./models-probe.ts')).probe(...given),
}

const actionOf = (word: string) => {
  const action = Object.hasOwn(actions, word) ? actions[word] : undefined
  if (action) return action
  throw new GalError(
    'bad-option',
    `gal models knows no ${JSON.stringify(word.slice(0, 40))}`,
    `it knows: ${Object.keys(actions).join(', ')}`,
  )
}

/** Lists what can be used here: what Ollama has, and how to name the rest. Throws GalError `unknown-model` when the configured one is none. */
export const models = async (io: Io, options: Options, word?: string, name?: string): Promise<number> => {
  if (word !== undefined) return actionOf(word)(io, options, name)
  const { config } = configFor(options, io)
  const seen = readProbes(io.env)
  const words = modelsWords[config.ui.language]
  parseModelName(config.model)
  const { 'base-url': url } = config.models.ollama
  const found = await listOllamaModels(url, globalThis.fetch, io.interrupt)
  const names = 'fault' in found ? [] : found.models.map(({ name }) => name)
  if (options.json) {
    io.out(
      JSON.stringify(
        {
          configured: config.model,
          probed: Object.fromEntries(seen),
          ollama: { url, models: names, ...('fault' in found ? { problem: found.fault.message } : {}) },
        },
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
  for (const listed of names) io.out(`  ollama:${printable(listed)}`)
  for (const entry of seen.values()) io.out(`Probed: ${printable(entry.model)}: ${words.seen(entry)}`)
  io.out('Any OpenAI-style server: openai:<name>, with models.openai.base-url and the key in the environment.')
  io.out('No model at all: rehearsal, a real study without a language model.')
  return 0
}
