import { useCallback, useEffect, useRef, useState } from 'react'
import type { AgentResult } from '../../../../src/transport/lab-control.ts'
import { storedToken } from '../../live/token.ts'
import { type Answer, readAnswer } from './answer.ts'
import type { AgentsWords } from './words.ts'

export type CycleStatus = keyof AgentsWords['states']
/** What is said of an error: one of the page's own sentences, or the server's. */
export type CycleError = { sentence: 'noServer' | 'closed' | 'unreadable' | 'unknownError' } | { told: string }
export type Cycle = {
  status: CycleStatus
  /** When it was asked for and when it ended, in ms since 1970. */
  startedAt: number | null
  endedAt: number | null
  results: readonly AgentResult[]
  error: CycleError | null
  /** The panel was left while the cycle was at work, so its end is not known here. */
  left: boolean
}

const idle: Cycle = { status: 'idle', startedAt: null, endedAt: null, results: [], error: null, left: false }

const endOf = (answer: Exclude<Answer, { kind: 'none' }>): Pick<Cycle, 'status' | 'results' | 'error'> => {
  if (answer.kind === 'completed') return { status: 'completed', results: answer.results, error: null }
  if (answer.kind === 'unreadable') return { status: 'error', results: [], error: { sentence: 'unreadable' } }
  return { status: 'error', results: [], error: answer.why === undefined ? { sentence: 'unknownError' } : { told: answer.why } }
}

/** Where the plain dialect is spoken: the page's own host. */
export const plainAddress = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`

/** A browser can show a token to a plain WebSocket in its address alone. */
const addressWithToken = (): string => {
  const token = storedToken(sessionStorage)
  return token === undefined ? `${plainAddress()}/` : `${plainAddress()}/?token=${encodeURIComponent(token)}`
}

export type Cycles = { cycleOf: (agent: string) => Cycle; execute: (agent: string) => void }

/**
 * The last cycle of each agent since the page was opened, so that its results are there again when its panel is. Each is executed
 * over a connection of its own, which is closed when the answer is there or the panel of the agent chosen goes away. That never
 * stops the execution: the server ends what it began.
 */
export const useCycles = (chosen: string | undefined): Cycles => {
  const [cycles, setCycles] = useState<ReadonlyMap<string, Cycle>>(new Map())
  const sockets = useRef(new Map<string, WebSocket>())
  const change = useCallback(
    (agent: string, how: Partial<Cycle>) => setCycles((before) => new Map(before).set(agent, { ...(before.get(agent) ?? idle), ...how })),
    [],
  )

  useEffect(() => {
    const open = sockets.current
    return () => {
      const last = chosen === undefined ? undefined : open.get(chosen)
      if (chosen === undefined || !last) return
      open.delete(chosen)
      last.close()
      change(chosen, { ...idle, left: true })
    }
  }, [chosen, change])

  const execute = (agent: string) => {
    if (sockets.current.has(agent)) return
    const fresh = new WebSocket(addressWithToken())
    sockets.current.set(agent, fresh)
    change(agent, { ...idle, status: 'connecting', startedAt: Date.now() })
    // What comes after the end, or to a page that went away, is not for this cycle.
    const isMine = () => sockets.current.get(agent) === fresh
    const end = (how: Pick<Cycle, 'status' | 'results' | 'error'>) => {
      sockets.current.delete(agent)
      fresh.close()
      change(agent, { ...how, endedAt: Date.now() })
    }
    let opened = false
    fresh.onopen = () => {
      if (!isMine()) return
      opened = true
      fresh.send(JSON.stringify({ type: 'execute', agent_id: agent }))
      change(agent, { status: 'running' })
    }
    fresh.onmessage = ({ data }) => {
      if (!isMine()) return
      const answer = readAnswer(String(data))
      if (answer.kind !== 'none') end(endOf(answer))
    }
    fresh.onclose = () => {
      if (isMine()) end({ status: 'error', results: [], error: { sentence: opened ? 'closed' : 'noServer' } })
    }
  }
  return { cycleOf: (agent) => cycles.get(agent) ?? idle, execute }
}
