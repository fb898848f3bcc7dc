import { join } from 'node:path'
import { cacheFolder } from '../../api/cache-folder.ts'
import { readProbes } from '../../api/probes.ts'
import { GalError } from '../../core/error.ts'
import { describeProviders } from '../../models/describe-providers.ts'
import { parseModelName } from '../../models/model-name.ts'
import type { Io } from '../io.ts'
import { listingOf, modelsListing } from '../models-listing.ts'
import { renderListing } from '../models-render.ts'
import { configFor, type Options } from '../options.ts'
import { printableJson } from '../printable-json.ts'

/** What else the command does, by the word after it. */
const actions: Readonly<Record<string, (io: Io, options: Options, name: string | undefined) => Promise<number>>> = {
  probe: async (...given) => (await import('./models-probe.ts')).probe(...given),
  pull: async (...given) => (await import('./models-pull.ts')).pull(...given),
  create: async (...given) => (await import('./models-create.ts')).create(...given),
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

/** Milliseconds that a server has to list its models. */
const patience = 3000

/**
 * Lists what can be used here: every provider and server, whether it answers, and what is known of its models. Throws GalError
 * `unknown-model` when the configured one is none.
 */
export const models = async (io: Io, options: Options, word?: string, name?: string): Promise<number> => {
  if (word !== undefined) return actionOf(word)(io, options, name)
  const { config, secrets } = configFor(options, io)
  parseModelName(config.model)
  const settings = { ...config.models, model: config.model }
  const providers = await describeProviders(settings, {
    secret: (variable) => secrets.get(variable) ?? io.env[variable],
    fetch: globalThis.fetch,
    signal: AbortSignal.any([io.interrupt, AbortSignal.timeout(patience)]),
    packageFolders: [join(cacheFolder(io.env), 'packages')],
  })
  const listing = listingOf({ settings, providers, cacheFolder: cacheFolder(io.env), probes: readProbes(io.env) })
  if (options.json) io.out(printableJson(JSON.stringify(modelsListing.parse(listing), null, 2)))
  else for (const line of renderListing(listing, config.ui.language)) io.out(line)
  return 0
}
