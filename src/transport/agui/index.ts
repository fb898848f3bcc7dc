import { EventType } from '@ag-ui/core'
import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { bodyOfAtMost } from '../http/body-of-at-most.ts'
import type { Adapter, HttpContext } from '../http/context.ts'
import { httpLimits } from '../http/limits.ts'
import { runInput } from './input.ts'
import { aguiLimits } from './limits.ts'
import { createStreams, type StreamsInput } from './streams.ts'
import { takeUp } from './take-up.ts'
import { tell } from './tell.ts'
import { createThreads } from './thread.ts'

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

/** Looks whether anybody drives a run still; a process that was killed says nothing on the log. */
const watchDriver = ({ controlFor, onDefect }: HttpContext, request: FastifyRequest) => {
  const left = new AbortController()
  let watched: string | undefined
  return {
    left: left.signal,
    watch(run: string) {
      watched = run
    },
    look() {
      try {
        if (watched !== undefined && controlFor(request).run(watched).driver === null) left.abort()
      } catch (error) {
        onDefect(error)
      }
    },
  }
}

export const aguiWithin =
  (limits: StreamsInput): Adapter =>
  (plain, context) => {
    const app = plain.withTypeProvider<ZodTypeProvider>()
    const streams = createStreams(limits)
    const find = createThreads(context.log)
    // A stream that fails because of its length ends with it, and what is left of the request is thrown away.
    app.addHook('preParsing', async ({ access }, _reply, payload) =>
      access === 'full' ? payload : payload.pipe(bodyOfAtMost(aguiLimits.bodyToLook)),
    )
    app.addHook('preClose', async () => streams.close())

    app.route({
      method: 'POST',
      url: '/agui',
      bodyLimit: aguiLimits.body,
      schema: { hide: true, body: runInput },
      handler: async (request, reply) => {
        const driver = watchDriver(context, request)
        const stream = streams.reserve(reply.raw, driver.look)
        try {
          const taken = await takeUp(context.controlFor(request), find, request.body)
          driver.watch(taken.run)
          reply.hijack()
          stream.open()
          await tell(stream, context, request.body, taken, driver.left)
        } catch (error) {
          if (!reply.raw.headersSent) throw error
          if (isAbort(error)) return reply
          context.onDefect(error)
          await stream.send([{ type: EventType.RUN_ERROR, message: 'the stream ended by a defect in gal', code: 'defect' }])
        } finally {
          stream.close()
        }
        return reply
      },
    })
  }

/** AG-UI at POST /agui: the log of a run as the events of that protocol, over server-sent events. */
export const agui: Adapter = aguiWithin({ streams: httpLimits.streams, heartbeat: aguiLimits.heartbeat })
