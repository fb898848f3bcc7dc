import { z } from 'zod'
import type { Stated } from './probe.ts'

const shown = z.looseObject({ capabilities: z.array(z.string()) })

/** What an Ollama server says that a model can do; nothing when it does not say, as older ones. */
export const ollamaStated = async (
  baseUrl: string,
  model: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<Stated> => {
  try {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ model }), signal }
    const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/api/show`, init)
    const { data } = shown.safeParse(await response.json())
    return data ? { tools: data.capabilities.includes('tools'), thinking: data.capabilities.includes('thinking') } : {}
  } catch {
    // A probe is never fatal: what is not said is not known.
    return {}
  }
}
