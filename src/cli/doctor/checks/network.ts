import { createServer } from 'node:net'
import type { Check } from '../check.ts'
import { broken, type Finding, missing, ok } from '../finding.ts'
import type { Given } from '../given.ts'

type Bound = { free: true } | { code: string }

/** Listens for a moment, as gal serve would. */
const tryPort = (host: string, port: number): Promise<Bound> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve({ code: error.code ?? error.message }))
    server.listen({ host, port }, () => server.close(() => resolve({ free: true })))
  })

const isGal = async ({ machine, loaded: { config } }: Given, signal: AbortSignal): Promise<boolean> => {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  try {
    const answer = await machine.fetch(`http://${host}:${config.port}/healthz`, { signal })
    return answer.ok && /"?(ok|status)"?/.test(await answer.text())
  } catch {
    return false // Whoever has the port does not answer as gal does.
  }
}

export const port: Check = {
  id: 'port',
  name: 'port',
  async run(given, signal) {
    const { host, port: wanted } = given.loaded.config
    const about = { id: 'port', name: 'port', needed: true, fix: 'choose another with --port, or 0 for any' }
    const bound = await tryPort(host, wanted)
    if ('free' in bound) return [ok(about, wanted === 0 ? `any port of ${host} that is free` : `${host}:${wanted} is free`)]
    const where = `${host}:${wanted}`
    if (bound.code !== 'EADDRINUSE') return [broken(about, `nobody can listen at ${where} (${bound.code})`)]
    return [
      (await isGal(given, signal)) ? ok(about, `a gal serves at ${where} already`) : broken(about, `${where} is taken by another program`),
    ]
  },
}

const publicArxiv = 'https://export.arxiv.org/api/query'

/** Addresses outside that runs may ask, and by which key: only those that are in use are needed. */
const outside = ({ loaded: { config } }: Given): { id: string; name: string; url: string; needed: boolean }[] => {
  const { use, arxiv, datasets } = config.sources
  return [
    {
      id: 'network.arxiv',
      name: 'arXiv',
      url: arxiv['base-url'] ?? publicArxiv,
      needed: use?.includes('arxiv') ?? arxiv['base-url'] !== undefined,
    },
    ...(datasets['base-url'] === undefined ? [] : [{ id: 'network.datasets', name: 'data sets', url: datasets['base-url'], needed: true }]),
  ]
}

const reach = async (given: Given, signal: AbortSignal, { url, ...about }: ReturnType<typeof outside>[number]): Promise<Finding> => {
  const { origin } = new URL(url)
  const fix = about.needed ? 'check the network, and its base-url under sources' : 'papers then come from the bundled bibliography'
  try {
    const answer = await given.machine.fetch(origin, { method: 'HEAD', signal: AbortSignal.any([signal, AbortSignal.timeout(1800)]) })
    return ok(about, `${origin} answers (${answer.status})`)
  } catch {
    return missing({ ...about, fix }, `${origin} cannot be reached from here`)
  }
}

export const network: Check = {
  id: 'network',
  name: 'network',
  run: (given, signal) => Promise.all(outside(given).map((one) => reach(given, signal, one))),
}
