import { cacheFolder } from '../../api/cache-folder.ts'
import { storeProbe } from '../../api/probes.ts'
import { exitStatus, GalError } from '../../core/error.ts'
import { parseModelName } from '../../models/model-name.ts'
import { ollamaShown } from '../../models/ollama-shown.ts'
import { openModel } from '../../models/open-model.ts'
import { probeModel } from '../../models/probe.ts'
import { createRehearsal } from '../../models/rehearsal/index.ts'
import type { Io } from '../io.ts'
import { modelsWords } from '../models-words.ts'
import { configFor, type Options } from '../options.ts'
import { printable } from '../printable.ts'
import { printableJson } from '../printable-json.ts'

/** Milliseconds that a probe may take in all, a model's loading included. */
const patience = 60_000

/**
 * Tries out what a model can do, prints it and keeps it for the runs to come. Of a model that could not be had nothing is kept: throws
 * GalError `model-unavailable` with the reason, and that of whoever opens it for a name that means no model.
 */
export const probe = async (io: Io, options: Options, spec: string | undefined): Promise<number> => {
  const { config, secrets } = configFor(options, io)
  const words = modelsWords[config.ui.language]
  const name = spec ?? config.model
  const signal = AbortSignal.any([io.interrupt, AbortSignal.timeout(patience)])
  const settings = { ...config.models, model: name, retry: { ...config.models.retry, tries: 1 } }
  const secret = (variable: string) => secrets.get(variable) ?? io.env[variable]
  const { model } = await openModel(name, settings, secret, {
    createRehearsal,
    signal,
    random: Math.random,
    cacheFolder: cacheFolder(io.env),
  })
  const opened = parseModelName(model.name)
  const grammar = opened.provider === 'ollama'
  if (!options.json) io.out(words.asking(printable(model.name)))
  const stated = grammar ? await ollamaShown(settings.ollama['base-url'], opened.name, globalThis.fetch, signal) : {}
  const probed = await probeModel(model, stated, { grammar, signal, now: Date.now })
  if ('fault' in probed) {
    if (!io.interrupt.aborted)
      throw new GalError('model-unavailable', probed.fault.message, 'nothing was kept; try again when that is mended')
    io.err('gal: stopped; nothing was kept')
    return exitStatus.interrupted
  }
  const { seen } = probed
  const kept = storeProbe(io.env, seen)
  if (options.json) {
    io.out(printableJson(JSON.stringify({ ...seen, ...kept }, null, 2)))
    return 0
  }
  io.out(`${printable(seen.model)}: ${words.seen(seen)}`)
  if (seen.problem !== undefined) io.out(words.problem(printable(seen.problem)))
  io.out('file' in kept ? words.stored(printable(kept.file)) : words.notStored(printable(kept.problem)))
  return 0
}
