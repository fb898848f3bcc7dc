import { z } from 'zod'
import { readJson } from './fault-from-status.ts'
import { readUpTo } from './read-up-to.ts'
import type { ServedModel } from './served-models.ts'

const shown = z.looseObject({
  model_info: z.record(z.string(), z.unknown()).optional().catch(undefined),
  capabilities: z.array(z.string()).optional().catch(undefined),
  parameters: z.string().optional().catch(undefined),
})

/** Bytes that are read; what a server says of a model takes less. */
const longest = 8_000_000

/** What Ollama says of a model. `numCtx` is what its Modelfile gives to whoever asks for nothing else. */
export type OllamaShown = ServedModel & { numCtx?: number }

const contextIn = (info: Readonly<Record<string, unknown>> = {}): number | undefined => {
  const [, value] = Object.entries(info).find(([key]) => key.endsWith('.context_length')) ?? []
  return typeof value === 'number' && value > 0 ? value : undefined
}

/** Asks an Ollama server about one of its models. What it does not say is left out; all of it when it does not answer. */
export const ollamaShown = async (
  baseUrl: string,
  name: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<OllamaShown> => {
  try {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: name }),
      signal,
      redirect: 'manual' as const,
    }
    const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/api/show`, init)
    const { model_info: info, capabilities: can, parameters = '' } = shown.parse(readJson(await readUpTo(response, longest)))
    const context = contextIn(info)
    const numCtx = Number(/^num_ctx\s+(\d+)/m.exec(parameters)?.[1])
    return {
      name,
      ...(context === undefined ? {} : { context }),
      ...(can ? { tools: can.includes('tools'), thinking: can.includes('thinking') } : {}),
      ...(numCtx > 0 ? { numCtx } : {}),
    }
  } catch {
    return { name } // A model that nothing is known of is still one that the server has.
  }
}
