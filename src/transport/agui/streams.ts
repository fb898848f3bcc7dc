import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { httpLimits } from '../http/limits.ts'
import { HttpError } from '../http/problem.ts'
import type { AgUiEvent } from './translate/event.ts'

const messageOf = (event: AgUiEvent): string => `data: ${JSON.stringify(event)}\n\n`

export type Stream = {
  /** Aborted when the reader goes away or the server closes. */
  ended: AbortSignal
  /** Begins the answer. */
  open(): void
  /** Resolves once the reader can take more. Rejects with an AbortError when it goes away meanwhile. */
  send(events: readonly AgUiEvent[]): Promise<void>
  close(): void
}

export type StreamsInput = { streams: number; heartbeat: number }

/** The event streams that are open at one server. `reserve` throws HttpError `too-many-streams`. */
export const createStreams = ({ streams, heartbeat }: StreamsInput) => {
  const open = new Set<AbortController>()
  return {
    /** @param onSilence called when nothing was sent for a while */
    reserve(response: ServerResponse, onSilence: () => void): Stream {
      if (open.size >= streams)
        throw new HttpError('too-many-streams', `${open.size} streams are open: close some`, { 'retry-after': `${httpLimits.retryAfter}` })
      const ending = new AbortController()
      const { signal: ended } = ending
      open.add(ending)
      response.on('close', () => ending.abort())
      const timer = setInterval(() => {
        if (!response.headersSent || response.writableNeedDrain) return
        response.write(': still here\n\n')
        onSilence()
      }, heartbeat).unref()
      return {
        ended,
        open() {
          response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
          response.flushHeaders()
        },
        async send(events) {
          if (events.length === 0 || ended.aborted) return
          const taken = response.write(events.map(messageOf).join(''))
          timer.refresh()
          if (!taken && !ended.aborted) await once(response, 'drain', { signal: ended })
        },
        close() {
          clearInterval(timer)
          open.delete(ending)
          if (response.headersSent) response.end()
        },
      }
    },
    close(): void {
      for (const ending of open) ending.abort()
    },
  }
}
