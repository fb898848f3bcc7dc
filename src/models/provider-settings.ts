import { z } from 'zod'
import { presetNames, presets, servedNames } from './providers.ts'
import { keyVariable, serverAddress } from './server-settings.ts'

const native = presetNames.filter((name) => 'native' in presets[name])

const provider = z.strictObject({
  'base-url': serverAddress.optional(),
  'api-key-env': keyVariable.optional(),
  context: z.int().min(256).optional(),
  structured: z.enum(['schema', 'object', 'off']).optional(),
  'api-version': z
    .string()
    .regex(/^[\w.-]+$/)
    .optional(),
  api: z.enum(['native', 'openai']).optional(),
})

/** Settings of the providers that have a usual place. */
export const providersSettings = z
  .partialRecord(z.enum(presetNames), provider)
  .default({})
  .check(({ value, issues }) => {
    for (const name of presetNames) {
      const { api, 'api-version': version } = value[name] ?? {}
      const refuse = (key: string, message: string) => issues.push({ code: 'custom', input: value, path: [name, key], message })
      if (api !== undefined && !native.includes(name)) refuse('api', `is for ${native.join(', ')} only: ${name} has no other`)
      if (version !== undefined && name !== 'azure') refuse('api-version', `is for azure only: ${name} has none`)
    }
  })
  .describe(
    "What differs from a provider's usual: base-url, api-key-env, context and structured, as under openai; api-version for azure, which needs base-url: https://NAME.openai.azure.com; api: native or openai for anthropic, google and mistral, which otherwise are asked in their own way when its package is installed, else in OpenAI's.",
  )

const server = z.strictObject({
  'base-url': serverAddress,
  weight: z.int().min(1).max(1000).default(1),
  order: z.int().min(0).max(1000).default(0),
  concurrency: z.int().min(1).max(1000).optional(),
  'api-key-env': keyVariable.optional(),
})

/** Several servers of one provider. */
export const serversSettings = z
  .partialRecord(z.enum(servedNames), z.array(server).min(1).max(64).meta({ expects: 'at least one server, each with base-url' }))
  .default({})
  .describe(
    'Several servers of a provider, in the place of its one base-url, as in ollama: [{base-url: "http://a:11434", weight: 2}, {base-url: "http://b:11434", order: 1}]. Conversations are spread by weight over the servers of the lowest order, with concurrency requests to each at a time; those of a higher order are asked when all of a lower one are down. A server that is down is left alone for a while.',
  )
