import { availableParallelism, loadavg } from 'node:os'
import { basename, join } from 'node:path'
import { GalError } from '../core/error.ts'
import { nearest } from '../core/nearest.ts'
import { smallness } from '../core/small-model.ts'
import { chooseGguf } from './auto.ts'
import type { Engine } from './embedded/engine.ts'
import { findGguf, type GgufFile, listGguf } from './embedded/gguf-files.ts'
import { ggufFlaw } from './embedded/gguf-flaw.ts'
import { readGguf } from './embedded/gguf-header.ts'
import type { LlamaPackage } from './embedded/llama-package.ts'
import { findPackage, importAlsoFrom, loadPackage } from './load-package.ts'
import type { ModelDeps, Opened } from './model-deps.ts'
import type { ModelsSettings } from './settings.ts'

const packageName = 'node-llama-cpp'
const install = `gal setup llama, or npm install ${packageName}`
const keepMs = 600_000

/** The folder of GGUF files, if there is one to look into. */
const folderOf = ({ llama }: ModelsSettings, { cacheFolder }: ModelDeps): string | undefined =>
  llama.folder ?? (cacheFolder === undefined ? undefined : join(cacheFolder, 'models'))

const importerOf = ({ importPackage, cacheFolder }: ModelDeps) =>
  importPackage ?? (cacheFolder === undefined ? undefined : importAlsoFrom(join(cacheFolder, 'packages')))

/**
 * A thread for each core that nobody uses now, since threads that have to share a core wait for each other: with six other programs on
 * two cores, two threads wrote at a tenth of the speed of one.
 */
const freeCores = (): number => Math.max(1, availableParallelism() - Math.round(loadavg()[0] ?? 0))

/** Weights are in memory once for a process, whoever opens them. */
const engines = new WeakMap<LlamaPackage, Map<string, Engine>>()

const engineFor = async (from: LlamaPackage, path: string, context: number, { llama }: ModelsSettings): Promise<Engine> => {
  const { createEngine } = await import('./embedded/engine.ts')
  const { contexts, threads } = llama
  const known = engines.get(from) ?? new Map<string, Engine>()
  engines.set(from, known)
  const key = JSON.stringify([path, context, contexts, threads])
  const freeBytes = () => process.availableMemory()
  const engine =
    known.get(key) ?? createEngine({ package: from, path, context, contexts, threads: () => threads ?? freeCores(), freeBytes, keepMs })
  known.set(key, engine)
  return engine
}

const open = async (from: LlamaPackage, name: string, path: string, settings: ModelsSettings): Promise<Opened> => {
  const header = readGguf(path)
  if (!header) throw new GalError('unknown-model', `${path} is no GGUF file`, 'name a file that llama.cpp can read')
  const flaw = ggufFlaw(path)
  if (flaw !== undefined) throw new GalError('unknown-model', `${path} ${flaw}`, 'get it again with: gal models pull https://…/model.gguf')
  const { createEmbedded } = await import('./embedded/create-embedded.ts')
  const { createSlots } = await import('./slots.ts')
  const { patient } = await import('./watchdog.ts')
  const context = Math.min(header.context ?? settings.llama.context, settings.llama.context)
  const model = createEmbedded({
    name: `llama:${name}`,
    engine: await engineFor(from, path, context, settings),
    context,
    parameters: header.parameters,
    timeouts: { ...patient, totalMs: settings['total-seconds'] * 1000 },
    slots: createSlots(settings.llama.concurrency),
  })
  return {
    model,
    why: `${model.name} answers: ${basename(path)} runs in this process, with room for ${context} tokens.${smallness(model)}`,
  }
}

const missing = (name: string, folder: string | undefined): GalError => {
  const names = folder === undefined ? [] : listGguf(folder).map((file) => file.name)
  const near = nearest(name, names)
  const there =
    names.length === 0 ? 'no model is there' : `there are ${names.slice(0, 8).join(', ')}${near ? `, of which ${near} is nearest` : ''}`
  const hint =
    folder === undefined ? 'name the path of a GGUF file' : `in ${folder}, ${there}; get one with: gal models pull https://…/x.gguf`
  return new GalError('unknown-model', name === '' ? 'there is no GGUF file to run' : `there is no file ${name}`, hint)
}

type Best = { best: GgufFile | undefined; flaws: string[] }

/** The best that can be loaded as far as its beginning tells, and what was wrong with better ones. */
const bestOf = (files: readonly GgufFile[], settings: ModelsSettings): Best => {
  const best = chooseGguf(files, process.availableMemory(), settings.llama.model)
  const flaw = best && ggufFlaw(best.path)
  if (!best || flaw === undefined) return { best, flaws: [] }
  const next = bestOf(
    files.filter((file) => file !== best),
    settings,
  )
  return { best: next.best, flaws: [`${best.name} ${flaw}`, ...next.flaws] }
}

const bestIn = (folder: string | undefined, settings: ModelsSettings): Best =>
  folder === undefined ? { best: undefined, flaws: [] } : bestOf(listGguf(folder), settings)

/** The GGUF file of this name, or the best of the folder. Throws `unknown-model` or `missing-package`. */
export const openLlama = async (name: string, settings: ModelsSettings, deps: ModelDeps): Promise<Opened> => {
  const folder = folderOf(settings, deps)
  const best = name === '' ? bestIn(folder, settings).best : undefined
  const path = best?.path ?? (name === '' ? undefined : findGguf(name, folder))
  if (path === undefined) throw missing(name, folder)
  const from = (await loadPackage(packageName, `llama:${name}`, importerOf(deps), install)) as LlamaPackage
  return open(from, best?.name ?? name, path, settings)
}

/** For `auto`: the best GGUF file of the folder, or why it cannot be run; no word when there is none. */
export const openLlamaIfThere = async (settings: ModelsSettings, deps: ModelDeps): Promise<Opened | { why?: string }> => {
  const { best, flaws } = bestIn(folderOf(settings, deps), settings)
  if (!best) return flaws.length === 0 ? {} : { why: flaws.join(', and ') }
  const from = await findPackage(packageName, importerOf(deps))
  if (from === undefined) return { why: `${best.name} cannot be run without ${packageName} (${install})` }
  return open(from as LlamaPackage, best.name, best.path, settings)
}
