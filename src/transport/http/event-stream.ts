import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { StoredEvent } from '../../store/event-log.ts'
import type { HttpContext } from './context.ts'
import { httpLimits } from './limits.ts'
import { HttpError } from './problem.ts'
import { cutEntry } from './sent-entry.ts'

export type StreamInput = {
  request: FastifyRequest
  reply: FastifyReply
  run: string
  after: number
  /** The last seq when the stream begins. */
  head: number
  /** Characters to which texts are cut. */
  cut: number | undefined
}

/** How many streams may be open, and after how many milliseconds of silence a comment is sent. */
export type StreamLimits = { streams: number; heartbeat: number }

/** Server-sent events: the message for an entry. Its JSON holds no line break. */
const messageOf = (stored: StoredEvent, cut: number | undefined): string =>
  `id: ${stored.seq}\ndata: ${JSON.stringify(cut === undefined ? stored : cutEntry(stored, cut))}\n\n`

const caughtUp = (run: string, seq: number): string => `event: caught-up\ndata: ${JSON.stringify({ run, seq })}\n\n`

/** Sends what comes, waiting while the client takes nothing: then nothing more is read from the log for it. */
const pump = async (
  response: ServerResponse,
  { run, after, head, cut }: StreamInput,
  context: HttpContext,
  silence: number,
  end: AbortSignal,
) => {
  const send = async (text: string): Promise<void> => {
    if (!response.write(text) && !end.aborted) await once(response, 'drain', { signal: end })
    heartbeat.refresh()
  }
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(': still here\n\n')
  }, silence).unref()
  try {
    let seq = after
    if (seq >= head) await send(caughtUp(run, seq))
    for await (const stored of context.follow(run, after, end)) {
      await send(messageOf(stored, cut))
      if (seq < head && stored.seq >= head) await send(caughtUp(run, stored.seq))
      seq = stored.seq
    }
  } finally {
    clearInterval(heartbeat)
  }
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

/** The streams of events that are open at one server. */
export const createEventStreams = (context: HttpContext, limits: StreamLimits) => {
  const open = new Set<AbortController>()

  return {
    /** Answers a request with a stream, until the client goes or the server closes. Throws HttpError `too-many-streams`. */
    async open(input: StreamInput): Promise<FastifyReply> {
      const { reply, request } = input
      if (open.size >= limits.streams)
        throw new HttpError('too-many-streams', `${open.size} streams are open: close some, or use the WebSocket`, {
          'retry-after': `${httpLimits.retryAfter}`,
        })
      reply.hijack()
      const response = reply.raw
      response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
      if (request.method === 'HEAD') {
        response.end()
        return reply
      }
      response.flushHeaders()
      const ending = new AbortController()
      open.add(ending)
      response.on('close', () => ending.abort())
      try {
        await pump(response, input, context, limits.heartbeat, ending.signal)
      } catch (error) {
        if (!isAbort(error)) context.onDefect(error)
      }
      open.delete(ending)
      response.end()
      return reply
    },
    close(): void {
      for (const ending of open) ending.abort()
    },
  }
}
