import { cacheFolder } from '../../../api/cache-folder.ts'
import { readProbes } from '../../../api/probes.ts'
import { GalError } from '../../../core/error.ts'
import { openImages } from '../../../models/images/open-images.ts'
import type { Model } from '../../../models/model.ts'
import { parseModelName } from '../../../models/model-name.ts'
import { checkModels } from '../../../models/open-model.ts'
import type { Check } from '../check.ts'
import { broken, type Finding, missing, ok, warning } from '../finding.ts'
import type { Given } from '../given.ts'

/** Tokens that the words of a role's task and of what it was told take, beside its answer. */
const toldTokens = 4096

/** Those that a person mends by getting something. */
const lacking: ReadonlySet<string> = new Set(['missing-secret', 'missing-package', 'model-unreachable'])

/** What cannot be used as it is configured: no such provider, or no key for it. */
const troubleOf = (about: Pick<Finding, 'id' | 'name' | 'needed'>, lead: string, error: unknown): Finding => {
  if (!(error instanceof GalError)) throw error
  const told = { ...about, ...(error.hint ? { fix: error.hint } : {}) }
  return (lacking.has(error.code) ? missing : broken)(told, `${lead}${error.message}`)
}

/** Where the name of the model comes from: the place that set it last. */
const originOf = ({ setAt }: Given): string => {
  const place = setAt('model')
  return place === undefined ? 'the default' : `from ${place.replace(/: model$/, '')}`
}

/** What a probe saw of it. How much it holds was said when it was opened. */
const able = ({ name }: Model, { io }: Given): string => {
  const { tokensPerSecond, step } = readProbes(io.env).get(name) ?? {}
  if (step === undefined) return 'gal models probe tries out what it can do.'
  return `Probed: ${tokensPerSecond === undefined ? '' : `${tokensPerSecond} tokens/s, `}answers by ${step}`
}

const contextOf = ({ name, context }: Pick<Model, 'name' | 'context'>, { loaded: { config } }: Given): Finding[] => {
  const about = { id: 'model.context', name: 'context', needed: true }
  const need = config.models['max-tokens'] + toldTokens
  const fix = `take a model that holds more, set models.ollama.context to ${need} or more, or models.max-tokens lower`
  const what = `${name} is given ${context} tokens for a prompt and its answer`
  if (name === 'rehearsal') return []
  return [context < need ? warning({ ...about, fix }, `${what}: roles want ${need}, and are told less`) : ok(about, what)]
}

/** The same where no model was found: what one would be given. */
const configuredContext = (given: Given): Finding[] => {
  const { context } = given.loaded.config.models.ollama
  return contextOf({ name: 'a model of Ollama', context }, given).filter(({ status }) => status !== 'ok')
}

const asked: ReadonlySet<string> = new Set(['auto', 'ollama', 'llama', 'rehearsal'])

const openIt = async ({ io, machine, loaded: { config }, secret }: Given, signal: AbortSignal) => {
  const [{ openModel }, { createRehearsal }] = await Promise.all([
    import('../../../models/open-model.ts'),
    import('../../../models/rehearsal/index.ts'),
  ])
  const { random, fetch } = machine
  const deps = { createRehearsal, signal, random, fetch, cacheFolder: cacheFolder(io.env) }
  return openModel(config.model, { ...config.models, model: config.model }, secret, deps)
}

/** The model in force, as far as it can be known without asking it anything. */
export const model: Check = {
  id: 'model',
  name: 'model',
  async run(given, signal) {
    const { loaded, secret } = given
    const { config } = loaded
    const about = { id: 'model', name: 'model', needed: true }
    const named = `${config.model} (${originOf(given)})`
    try {
      checkModels({ ...config.models, model: config.model }, secret)
      const { provider } = parseModelName(config.model)
      if (!asked.has(provider)) return [ok(about, `${named} is configured`)]
      const { model: opened, why } = await openIt(given, signal)
      if (provider === 'auto' && opened.name === 'rehearsal')
        return [
          missing({ ...about, needed: false, fix: 'start Ollama (ollama serve), or name another model with --model' }, `${named}: ${why}`),
        ]
      return [
        ok(about, opened.name === 'rehearsal' ? `${named}: ${why}` : `${named}: ${why} ${able(opened, given)}`),
        ...contextOf(opened, given),
      ]
    } catch (error) {
      if (signal.aborted) throw new Error(`${named}: its server gave no answer in time`)
      return [troubleOf(about, `${named} is configured. `, error), ...(config.model.startsWith('ollama') ? configuredContext(given) : [])]
    }
  },
}

/** Nothing where no images are wanted: then none are missing. */
export const images: Check = {
  id: 'images',
  name: 'images',
  run({ loaded, secret, machine }) {
    const { model: named, 'base-url': url } = loaded.config.images
    if (named === undefined) return []
    const about = { id: 'images', name: 'images', needed: true }
    try {
      openImages(loaded.config.images, secret, machine.fetch)
      return [ok(about, `${named} at ${new URL(url).origin} is configured`)]
    } catch (error) {
      return [troubleOf(about, '', error)]
    }
  },
}
