import type { ServedName } from './providers.ts'
import type { ModelsSettings } from './settings.ts'

/** One of several servers, and how it is: shared by every model that it runs. */
export type Server = {
  address: string
  weight: number
  order: number
  /** Requests at a time. */
  most: number
  busy: number
  /** Not asked before this moment, in milliseconds of the clock that was handed in. */
  restsUntil: number
  /** How often it was down since it last answered. */
  falls: number
  /** What it is owed of the requests so far, by its weight. */
  credit: number
  /** Told when a place is free again. */
  waiting: Set<() => void>
}

/** The servers of each provider that has several. */
export type Servers = ReadonlyMap<ServedName, readonly Server[]>

type Listed = { provider: ServedName; address: string; weight: number; order: number; most: number }

const createServer = ({ provider: _whose, ...listed }: Listed): Server => ({
  ...listed,
  busy: 0,
  restsUntil: 0,
  falls: 0,
  credit: 0,
  waiting: new Set(),
})

/** `serverOf` gives the one that is known already, where models that were opened apart are to share their servers. */
export const createServers = ({ servers, ollama }: ModelsSettings, serverOf: (listed: Listed) => Server = createServer): Servers =>
  new Map(
    Object.entries(servers).map(([provider, list]) => [
      provider as ServedName,
      list.map((server) =>
        serverOf({
          provider: provider as ServedName,
          address: server['base-url'],
          weight: server.weight,
          order: server.order,
          most: server.concurrency ?? (provider === 'ollama' ? ollama.concurrency : 8),
        }),
      ),
    ]),
  )

/** Servers that are made once and known again by all that the settings say of them. */
export const createKnownServers = (): ((settings: ModelsSettings) => Servers) => {
  const known = new Map<string, Server>()
  const serverOf = (listed: Listed): Server => {
    const key = JSON.stringify(listed)
    const server = known.get(key) ?? createServer(listed)
    known.set(key, server)
    return server
  }
  return (settings) => createServers(settings, serverOf)
}

/** Waits until one of these servers has a free place, or the signal comes. */
export const freed = (servers: readonly Server[], signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = () => {
      for (const { waiting } of servers) waiting.delete(wake)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    for (const { waiting } of servers) waiting.add(wake)
    signal.addEventListener('abort', wake, { once: true })
  })

/** Gives a place back. */
export const giveBack = (server: Server): void => {
  server.busy -= 1
  for (const wake of [...server.waiting]) wake()
}

const firstRest = 15_000
const longestRest = 300_000

/** Lets a server that is down alone: as long as it asks for, else longer with each time. Gives the milliseconds. */
export const layDown = (server: Server, now: number, retryAfter?: number): number => {
  const ms = retryAfter === undefined ? Math.min(longestRest, firstRest * 2 ** server.falls) : retryAfter * 1000
  server.falls += 1
  server.restsUntil = now + ms
  return ms
}

/** Smooth weighted round robin (as nginx does it): of 4 requests, a server of weight 3 beside one of weight 1 gets 3, evenly spread. */
export const nextByWeight = <Item extends { server: Server }>(items: readonly Item[]): Item | undefined => {
  for (const { server } of items) server.credit += server.weight
  const chosen = items.toSorted((a, b) => b.server.credit - a.server.credit)[0]
  if (chosen) chosen.server.credit -= items.reduce((sum, { server }) => sum + server.weight, 0)
  return chosen
}
