import { z } from 'zod'
import { createFault, type Fault } from '../core/fault.ts'
import { faultFromError } from './fault-from-error.ts'
import { faultFromStatus } from './fault-from-status.ts'
import { readUpTo } from './read-up-to.ts'

/** A model that an Ollama server has. `bytes` is its size on disk, `modified` ISO time or empty, `size` its weights as in '8.2B'. */
export type OllamaModel = { name: string; bytes: number; modified: string; family: string; remote: boolean; size?: string }

const tags = z.looseObject({
  models: z.array(
    z.looseObject({
      name: z.string().min(1),
      size: z.number().nonnegative().default(0),
      modified_at: z.string().default(''),
      remote_host: z.string().default(''),
      details: z.looseObject({ family: z.string().default(''), parameter_size: z.string().optional() }).nullish(),
    }),
  ),
})
const details = z.looseObject({ model_info: z.record(z.string(), z.unknown()) })

/** An idle server answers in milliseconds; a start must not wait for one that is not there. */
const patience = 1500

const whereOf = (baseUrl: string) => `Ollama at ${new URL(baseUrl).origin}`

/** Bytes that are read; thousands of models take less. */
const longest = 8_000_000

type Ask = { baseUrl: string; path: string; init: RequestInit; fetch: typeof fetch; signal: AbortSignal }

const ask = async <Shape extends z.ZodType>(
  shape: Shape,
  { baseUrl, path, init, fetch, signal }: Ask,
): Promise<{ value: z.infer<Shape> } | { fault: Fault }> => {
  const where = whereOf(baseUrl)
  const url = `${baseUrl.replace(/\/+$/, '')}/api/${path}`
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]) })
    const body = await readUpTo(response, longest)
    if (response.status !== 200) return { fault: faultFromStatus({ status: response.status, headers: response.headers, body }, where) }
    return { value: shape.parse(JSON.parse(body)) }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      return { fault: createFault('bad-output', `${where} sent what no Ollama sends: check the base-url`) }
    const fault = faultFromError(error, where)
    if (!fault) throw error
    return { fault }
  }
}

/** The models that a server has, as it lists them; a fault within 1.5 s when it does not answer. */
export const listOllamaModels = async (
  baseUrl: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<{ models: OllamaModel[] } | { fault: Fault }> => {
  const answer = await ask(tags, { baseUrl, path: 'tags', init: {}, fetch, signal })
  if ('fault' in answer) return answer
  return {
    models: answer.value.models.map(({ name, size, modified_at: modified, remote_host: host, details: more }) => ({
      name,
      bytes: size,
      modified,
      family: more?.family ?? '',
      remote: host !== '' || name.endsWith('-cloud'),
      ...(more?.parameter_size === undefined ? {} : { size: more.parameter_size }),
    })),
  }
}

/** The tokens that a model was trained to hold; a fault when the server does not say. */
export const ollamaContext = async (
  baseUrl: string,
  model: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<{ context: number } | { fault: Fault }> => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ model }) }
  const answer = await ask(details, { baseUrl, path: 'show', init, fetch, signal })
  if ('fault' in answer) return answer
  const [, context] = Object.entries(answer.value.model_info).find(([key]) => key.endsWith('.context_length')) ?? []
  return typeof context === 'number' && context > 0
    ? { context }
    : { fault: createFault('bad-output', `${whereOf(baseUrl)} does not say how much ${model} can hold`) }
}
