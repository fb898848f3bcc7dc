import type { GgufFile } from './embedded/gguf-files.ts'
import type { OllamaModel } from './ollama-server.ts'

const embeds = /embed|bge-|minilm|rerank|(^|[/-])e5-/i
const embeddingFamily = /bert/i
const base = /[:-](base|text)\b/i

const talks = ({ name, family, remote }: OllamaModel): boolean => !remote && !embeds.test(name) && !embeddingFamily.test(family)

const rank = (a: OllamaModel, b: OllamaModel): number =>
  Number(base.test(a.name)) - Number(base.test(b.name)) ||
  b.bytes - a.bytes ||
  b.modified.localeCompare(a.modified) ||
  a.name.localeCompare(b.name)

/** Whether two names mean the same model for Ollama, which reads a name without a tag as ':latest'. */
export const sameModel = (a: string, b: string): boolean => withTag(a) === withTag(b)
const withTag = (name: string): string => (name.includes(':') ? name : `${name}:latest`)

/**
 * The model to take of those that a server has: the wanted one, else the largest that follows instructions, the newer of two
 * equals. Never one that only embeds, nor one that runs on somebody else's machine.
 */
export const chooseOllamaModel = (models: readonly OllamaModel[], wanted?: string): OllamaModel | undefined => {
  const asked = models.find(({ name }) => wanted !== undefined && sameModel(name, wanted))
  return asked ?? models.filter(talks).sort(rank)[0]
}

/** The same of GGUF files, of which one that does not fit into so many bytes of memory is no choice. */
export const chooseGguf = (files: readonly GgufFile[], freeBytes: number, wanted?: string): GgufFile | undefined => {
  const asModels = files
    .filter(({ name, bytes }) => bytes < freeBytes || name === wanted)
    .map(({ name, bytes, modified, header }) => ({ name, bytes, modified, family: header.architecture, remote: false }))
  const chosen = chooseOllamaModel(asModels, wanted)
  return files.find(({ name }) => name === chosen?.name)
}
