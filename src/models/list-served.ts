import { createFault, type Fault } from '../core/fault.ts'
import { faultFromError } from './fault-from-error.ts'
import { faultFromStatus, readJson } from './fault-from-status.ts'
import type { Place } from './places.ts'
import type { Native } from './providers.ts'
import { readUpTo } from './read-up-to.ts'
import { redact } from './redact.ts'
import { readServedModels, type ServedModel } from './served-models.ts'

type Headers = Readonly<Record<string, string>>
type Way = { path: string; headers(key: string): Headers }

const bearer = (key: string): Headers => (key === '' ? {} : { authorization: `Bearer ${key}` })

/** How each API is asked for its models. */
const natives: Readonly<Record<Native['dialect'], Way>> = {
  anthropic: { path: '/v1/models?limit=1000', headers: (key) => ({ 'x-api-key': key, 'anthropic-version': '2023-06-01' }) },
  google: { path: '/v1beta/models?pageSize=1000', headers: (key) => ({ 'x-goog-api-key': key }) },
  mistral: { path: '/v1/models', headers: bearer },
}

/** Azure's list is beside its deployments, not below one of them. */
const besideDeployments = (baseUrl: string): string => baseUrl.replace(/\/deployments\/.*$/, '')

const wayTo = ({ baseUrl, native, keyHeader, query }: Place): { url: URL; headers: Way['headers'] } => {
  if (native) {
    const { path, headers } = natives[native.dialect]
    return { url: new URL(`${native.baseUrl.replace(/\/+$/, '')}${path}`), headers }
  }
  const url = new URL(`${besideDeployments(baseUrl).replace(/\/+$/, '')}/models`)
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
  return { url, headers: keyHeader ? (key) => ({ [keyHeader]: key }) : bearer }
}

/** The longest list that is read: OpenRouter's is some hundred kilobytes. */
const mostBytes = 8_000_000

/** The models that a server lists, or what it did in their place. The key is in no message. */
export const listServed = async (
  place: Place,
  key: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<{ models: ServedModel[] } | { fault: Fault }> => {
  const { url, headers } = wayTo(place)
  const where = `${place.provider} at ${url.origin}`
  try {
    const response = await fetch(url, { headers: headers(key), signal, redirect: 'manual' })
    const body = redact(await readUpTo(response, mostBytes), key)
    if (response.status !== 200) return { fault: faultFromStatus({ status: response.status, headers: response.headers, body }, where) }
    const models = readServedModels(readJson(body))
    return models ? { models } : { fault: createFault('bad-output', `${where} answers, but with no list of models`) }
  } catch (error) {
    const fault = faultFromError(error, where)
    if (!fault) throw error
    return { fault }
  }
}
