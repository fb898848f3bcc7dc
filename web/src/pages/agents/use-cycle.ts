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
}

const idle: Cycle = { status: 'idle', startedAt: null, endedAt: null, results: [], error: null }

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

/**
 * Executes an agent over a connection of its own, which is closed when the answer is there or the panel goes away. That never
 * stops the execution: the server ends what it began.
 */
export const useCycle = (agent: string): { cycle: Cycle; execute: () => void } => {
  const [cycle, setCycle] = useState(idle)
  const socket = useRef<WebSocket>(undefined)

  const close = useCallback(() => {
    const last = socket.current
    socket.current = undefined
    last?.close()
  }, [])
  useEffect(() => close, [close])

  const execute = () => {
    if (socket.current) return
    const fresh = new WebSocket(addressWithToken())
    socket.current = fresh
    setCycle({ ...idle, status: 'connecting', startedAt: Date.now() })
    // What comes after the end, or to a panel that went away, is not for this cycle.
    const isMine = () => socket.current === fresh
    const end = (how: Pick<Cycle, 'status' | 'results' | 'error'>) => {
      close()
      setCycle((before) => ({ ...before, ...how, endedAt: Date.now() }))
    }
    let opened = false
    fresh.onopen = () => {
      if (!isMine()) return
      opened = true
      fresh.send(JSON.stringify({ type: 'execute', agent_id: agent }))
      setCycle((before) => ({ ...before, status: 'running' }))
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
  return { cycle, execute }
}
