import { join } from 'node:path'
import { cacheFolder } from '../../../api/cache-folder.ts'
import { type DescribedProvider, describeProviders } from '../../../models/describe-providers.ts'
import { parseModelName } from '../../../models/model-name.ts'
import type { Check } from '../check.ts'
import { broken, type Finding, missing, ok, warning } from '../finding.ts'
import type { Given } from '../given.ts'

/** Providers that the configuration names for a model. `auto` asks Ollama first, and can do without it. */
const wanted = ({ loaded: { config } }: Given): ReadonlySet<string> => {
  const { roles, phases } = config.models
  const specs = [config.model, ...Object.values(roles), ...Object.values(phases)]
  return new Set(specs.flatMap(providerOf))
}

const providerOf = (spec: string): string[] => {
  try {
    return [parseModelName(spec).provider]
  } catch {
    return [] // What is wrong with the name is said of the model.
  }
}

const listed = (models: DescribedProvider['models']): string => {
  const names = models.slice(0, 5).map(({ name }) => name)
  return models.length === 0
    ? 'and has no model'
    : `with ${models.length === 1 ? 'one model' : `${models.length} models`}: ${names.join(', ')}${models.length > 5 ? ' …' : ''}`
}

const through = ({ package: own }: DescribedProvider): string =>
  own === undefined ? '' : own.installed ? `, through ${own.name}` : `, in OpenAI's way (npm install ${own.name} for its own)`

const fixes: Readonly<Record<string, string>> = {
  ollama: 'start it with: ollama serve; or get it from https://ollama.com',
}

/** The words for each way in which a provider can be found. */
const tell: Readonly<
  Record<DescribedProvider['status'], (one: DescribedProvider, about: Pick<Finding, 'id' | 'name' | 'needed'>) => Finding>
> = {
  answers: (one, about) => {
    const what = `${one.address} answers, ${listed(one.models)}${through(one)}`
    return one.models.length === 0 && one.provider === 'ollama' ? warning({ ...about, fix: 'ollama pull qwen3:8b' }, what) : ok(about, what)
  },
  'not-asked': (one, about) =>
    missing(
      { ...about, ...(one.key ? { fix: `set the environment variable ${one.key.name}` } : {}) },
      `not asked: ${one.problem}${through(one)}`,
    ),
  away: (one, about) =>
    missing({ ...about, fix: fixes[one.provider] ?? 'start it, or set its base-url' }, one.problem ?? 'nobody is there'),
  // At the usual port of a server that nobody wants, anything else may listen.
  trouble: (one, about) => {
    const told = { ...about, fix: 'check its base-url, its key, and the server itself' }
    const isAsked = about.needed || one.provider === 'ollama' || one.key?.set === true
    return (isAsked ? broken : missing)(told, one.problem ?? 'it does not answer as it should')
  },
}

/** What Modelfiles give is too small for a role's task alone. gal asks for more with each request; other programs do not. */
const leastContext = 4096

const narrowOf = (found: readonly DescribedProvider[]): Finding[] => {
  const narrow = found
    .flatMap(({ models }) => models)
    .flatMap(({ name, numCtx = leastContext }) => (numCtx < leastContext ? [`${name}: num_ctx ${numCtx}`] : []))
  if (narrow.length === 0) return []
  const fix = `write PARAMETER num_ctx ${2 * leastContext} into the Modelfile, then gal models create`
  const what = `too small for agents, wherever gal does not ask for more itself: ${narrow.join(', ')}`
  return [warning({ id: 'server.ollama.num_ctx', name: 'num_ctx', fix }, what)]
}

export const servers: Check = {
  id: 'servers',
  name: 'servers',
  async run(given, signal) {
    const {
      io,
      machine,
      loaded: { config },
      secret,
    } = given
    const settings = { ...config.models, model: config.model }
    const packageFolders = [join(cacheFolder(io.env), 'packages')]
    const within = AbortSignal.any([signal, AbortSignal.timeout(1800)])
    const found = await describeProviders(settings, { secret, fetch: machine.fetch, signal: within, packageFolders })
    const needed = wanted(given)
    const told = found.map((one, place) => {
      const before = found.slice(0, place).filter(({ provider }) => provider === one.provider).length
      const several = found.filter(({ provider }) => provider === one.provider).length > 1
      const id = several ? `server.${one.provider}.${before + 1}` : `server.${one.provider}`
      return tell[one.status](one, { id, name: one.provider, needed: needed.has(one.provider) })
    })
    return [...told, ...narrowOf(found)]
  },
}
