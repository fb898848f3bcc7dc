import { createFault, type Fault } from '../core/fault.ts'
import type { Answer, Model, Request } from './model.ts'
import { freed, giveBack, layDown, nextByWeight, type Server } from './servers.ts'
import type { Retry } from './with-retry.ts'

/** A model as one of several servers runs it. */
export type Placed = { server: Server; model: Model }

export type ServersOptions = {
  /** Milliseconds of a clock that never goes back. */
  now: () => number
  /** Told when a server is left alone and another is asked in its place. */
  onRetry?: (retry: Retry) => void
}

const isDown: ReadonlySet<Fault['kind']> = new Set(['timeout', 'unreachable', 'rate-limited'])

/** Those to choose from: of the servers that are up, the lowest order. When all are down, the one that was to be asked soonest. */
const eligible = (placed: readonly Placed[], tried: ReadonlySet<Server>, now: number): Placed[] => {
  const left = placed.filter(({ server }) => !tried.has(server))
  const up = left.filter(({ server }) => server.restsUntil <= now)
  const order = Math.min(...up.map(({ server }) => server.order))
  if (up.length > 0) return up.filter(({ server }) => server.order === order)
  return tried.size > 0 ? [] : left.toSorted((a, b) => a.server.restsUntil - b.server.restsUntil).slice(0, 1)
}

/** Of servers that all say how long to wait, the shortest wait is the one to obey. */
const obeying = (fault: Fault, placed: readonly Placed[], now: number): Fault => {
  if (fault.kind !== 'rate-limited') return fault
  const soonest = Math.min(...placed.map(({ server }) => server.restsUntil))
  return createFault(fault.kind, fault.message, Math.max(0, soonest - now) / 1000)
}

/**
 * One model on several servers. A new conversation goes to one of the lowest order that is up and has a free place, by weight; a
 * server that is down is left alone for a while, and its request goes to the next. A fault when none is left.
 */
export const withServers = (name: string, placed: readonly Placed[], { now, onRetry }: ServersOptions): Model => {
  const homes = new Map<string, Server>()

  const take = async (request: Request, tried: ReadonlySet<Server>, signal: AbortSignal): Promise<Placed | undefined> => {
    const choice = eligible(placed, tried, now())
    if (choice.length === 0 || signal.aborted) return undefined
    const free = choice.filter(({ server }) => server.busy < server.most)
    const home = homes.get(request.conversation)
    const chosen = free.find(({ server }) => server === home) ?? nextByWeight(free)
    if (!chosen) {
      await freed(
        choice.map(({ server }) => server),
        signal,
      )
      return take(request, tried, signal)
    }
    chosen.server.busy += 1
    homes.set(request.conversation, chosen.server)
    return chosen
  }

  const ask = async ({ server, model }: Placed, ...rest: Parameters<Model['generate']>): Promise<Answer> => {
    try {
      return await model.generate(...rest)
    } finally {
      giveBack(server)
    }
  }

  return {
    ...placed[0]?.model,
    name,
    context: Math.min(...placed.map(({ model }) => model.context)),
    async generate(request, signal, onDelta) {
      const tried = new Set<Server>()
      const askNext = async (last?: Fault): Promise<Answer> => {
        const next = await take(request, tried, signal)
        if (signal.aborted) {
          if (next) giveBack(next.server)
          return { fault: createFault('cancelled', `${name} was not asked any more`) }
        }
        if (!next) return { fault: last ? obeying(last, placed, now()) : createFault('unreachable', `${name} has no server that is up`) }
        if (last) onRetry?.({ model: name, turn: request.turn, attempt: tried.size + 1, waitMs: 0, fault: last })
        const answer = await ask(next, request, signal, onDelta)
        const { server } = next
        if (!('fault' in answer) || !isDown.has(answer.fault.kind)) {
          server.falls = 'fault' in answer ? server.falls : 0
          return answer
        }
        tried.add(server)
        const seconds = Math.ceil(layDown(server, now(), answer.fault.retryAfter) / 1000)
        const { retryAfter: _one, ...fault } = answer.fault
        return askNext({ ...fault, message: `${fault.message}; ${server.address} is left alone for ${seconds} s` })
      }
      return askNext()
    },
  }
}
