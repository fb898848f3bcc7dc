import { z } from 'zod'

/** A model as its server lists it. What the server does not say is left out. `context` in tokens. */
export type ServedModel = { name: string; context?: number; structured?: boolean; tools?: boolean; thinking?: boolean }

const count = z.number().int().positive().optional().catch(undefined)
const words = z.array(z.string()).optional().catch(undefined)

/** What servers say of a model, each in its own way: OpenAI's, vLLM's, llama.cpp's, Groq's, Mistral's, OpenRouter's, Anthropic's, Google's. */
const entry = z.looseObject({
  id: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  max_model_len: count,
  context_length: count,
  context_window: count,
  max_context_length: count,
  max_input_tokens: count,
  inputTokenLimit: count,
  meta: z.looseObject({ n_ctx: count, n_ctx_train: count }).optional().catch(undefined),
  supported_parameters: words,
  capabilities: z
    .looseObject({ function_calling: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  thinking: z.boolean().optional().catch(undefined),
})

const listing = z.union([
  z.looseObject({ data: z.array(entry) }).transform(({ data }) => data),
  z.looseObject({ models: z.array(entry) }).transform(({ models }) => models),
])

const known = <Key extends string, Value>(key: Key, value: Value | undefined): { [key in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { [key in Key]: Value })

const modelOf = (one: z.infer<typeof entry>): ServedModel[] => {
  const name = (one.id ?? one.name ?? '').replace(/^models\//, '')
  if (name === '') return []
  const { supported_parameters: may, meta } = one
  const context =
    one.max_model_len ??
    one.context_length ??
    one.context_window ??
    one.max_context_length ??
    one.max_input_tokens ??
    one.inputTokenLimit ??
    meta?.n_ctx ??
    meta?.n_ctx_train
  return [
    {
      name,
      ...known('context', context),
      ...known('structured', may?.includes('structured_outputs')),
      ...known('tools', one.capabilities?.function_calling ?? may?.includes('tools')),
      ...known('thinking', one.thinking ?? may?.includes('reasoning')),
    },
  ]
}

/** The models of a server's listing; nothing when it is none. */
export const readServedModels = (value: unknown): ServedModel[] | undefined => listing.safeParse(value).data?.flatMap(modelOf)
