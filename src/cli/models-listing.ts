import { join } from 'node:path'
import { z } from 'zod'
import type { DescribedProvider } from '../models/describe-providers.ts'
import { listGguf } from '../models/embedded/gguf-files.ts'
import { isInstalled } from '../models/installed.ts'
import { type Probed, probed } from '../models/probe.ts'
import type { ServedModel } from '../models/served-models.ts'
import type { ModelsSettings } from '../models/settings.ts'

const model = z.object({
  name: z.string().describe('as it is written for --model'),
  context: z.int().optional().describe('tokens that it can hold, as its server or file says, or as a probe saw'),
  structured: z.boolean().optional().describe('whether its server holds it to a schema'),
  tools: z.boolean().optional(),
  thinking: z.boolean().optional(),
  tokensPerSecond: z.number().optional().describe('as a probe saw'),
  step: probed.shape.step.optional().describe('the first step of the ladder that works, as a probe saw'),
})

const provider = z.object({
  provider: z.string(),
  address: z.string().optional(),
  status: z.enum(['answers', 'not-asked', 'away', 'trouble']),
  key: z.object({ name: z.string(), set: z.boolean() }).optional().describe('the environment variable of its key; never the key'),
  package: z.object({ name: z.string(), installed: z.boolean() }).optional().describe('through which its own API is spoken'),
  problem: z.string().optional(),
  models: z.array(model),
})

/** The whole of `gal models --json`. */
export const modelsListing = z.object({
  configured: z.string(),
  probed: z.record(z.string(), probed),
  ollama: z.object({ url: z.string(), models: z.array(z.string()), problem: z.string().optional() }),
  providers: z.array(provider),
})
export type ModelsListing = z.infer<typeof modelsListing>
export type ListedModel = z.infer<typeof model>

type Given = {
  settings: ModelsSettings
  providers: readonly DescribedProvider[]
  cacheFolder: string
  probes: ReadonlyMap<string, Probed>
}

/** What a server says, and beside it what a probe saw: the smaller context of the two, and of the rest what was seen. */
const withProbe = ({ name, ...said }: ServedModel, owner: string, probes: Given['probes']): ListedModel => {
  const whole = `${owner}:${name}`
  const seen = probes.get(whole)
  if (!seen) return { name: whole, ...said }
  const { context, structured, tools, thinking, tokensPerSecond, step } = seen
  const least = Math.min(context ?? Number.POSITIVE_INFINITY, said.context ?? Number.POSITIVE_INFINITY)
  const known = Object.entries({ structured, tools, thinking, tokensPerSecond }).filter(([, value]) => value !== undefined)
  return { ...said, ...Object.fromEntries(known), name: whole, step, ...(Number.isFinite(least) ? { context: least } : {}) }
}

const engine = 'node-llama-cpp'

/** The GGUF files that this process could run itself. */
const here = ({ settings, cacheFolder, probes }: Given): ModelsListing['providers'][number] => {
  const folder = settings.llama.folder ?? join(cacheFolder, 'models')
  const files = listGguf(folder).map(({ name, header }) => ({ name, ...(header.context === undefined ? {} : { context: header.context }) }))
  const installed = isInstalled(engine, [join(cacheFolder, 'packages')])
  return {
    provider: 'llama',
    address: folder,
    status: installed && files.length > 0 ? 'answers' : 'not-asked',
    package: { name: engine, installed },
    models: files.map((file) => withProbe(file, 'llama', probes)),
  }
}

const describedAs = ({ models, ...about }: DescribedProvider, probes: Given['probes']): ModelsListing['providers'][number] => ({
  ...about,
  models: models.map((one) => withProbe(one, about.provider, probes)),
})

export const listingOf = (given: Given): ModelsListing => {
  const { settings, providers, probes } = given
  const ollama = providers.find((one) => one.provider === 'ollama')
  return {
    configured: settings.model,
    probed: Object.fromEntries(probes),
    ollama: {
      url: ollama?.address ?? settings.ollama['base-url'],
      models: ollama?.models.map(({ name }) => name) ?? [],
      ...(ollama?.problem === undefined ? {} : { problem: ollama.problem }),
    },
    providers: [...providers.map((one) => describedAs(one, probes)), here(given)],
  }
}
