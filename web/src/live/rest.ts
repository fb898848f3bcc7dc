/** The server answered no: its code, and its sentence for people. `status` 0 stands for no answer at all. */
export class Refused extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, message: string, status: number) {
    super(message)
    this.name = 'Refused'
    this.code = code
    this.status = status
  }
}

type Ask = { method?: 'POST'; body?: unknown; headers?: Readonly<Record<string, string>>; signal?: AbortSignal }

/** What the page asks of its server over HTTP: JSON in, JSON out; throws Refused, also when the server does not answer. */
export type Rest = {
  json<Answer>(path: string, ask?: Ask): Promise<Answer>
  /** A file as it is: for downloads and programs, which cannot carry the token in a link. */
  blob(path: string, ask?: Ask): Promise<Blob>
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** Reads a problem (RFC 9457); whatever else came is told by its status. */
const problemIn = async (response: Response): Promise<Refused> => {
  const problem = ((await response.json().catch(() => undefined)) ?? {}) as Record<string, unknown>
  const said = [textOf(problem.detail) ?? textOf(problem.title), textOf(problem.hint)].filter((part) => part !== undefined)
  return new Refused(
    textOf(problem.code) ?? `http-${response.status}`,
    said.join(': ') || `${response.status} ${response.statusText}`,
    response.status,
  )
}

export const createRest = (fetch: typeof globalThis.fetch, token: () => string | undefined): Rest => {
  const ask = async (path: string, { method, body, headers = {}, signal }: Ask): Promise<Response> => {
    const shown = token()
    const response = await fetch(path, {
      method: method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...(shown === undefined ? {} : { authorization: `Bearer ${shown}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    }).catch((error: unknown) => {
      if (signal?.aborted) throw error
      throw new Refused('no-server', 'the server does not answer', 0)
    })
    if (!response.ok) throw await problemIn(response)
    return response
  }
  return {
    json: async <Answer>(path: string, options: Ask = {}) => (await ask(path, options)).json() as Promise<Answer>,
    blob: async (path, options = {}) => (await ask(path, { ...options, headers: { accept: '*/*', ...options.headers } })).blob(),
  }
}
