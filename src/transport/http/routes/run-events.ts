import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { GalError } from '../../../core/error.ts'
import type { Adapter } from '../context.ts'
import { createEventStreams, type StreamLimits } from '../event-stream.ts'
import { httpLimits } from '../limits.ts'
import { HttpError } from '../problem.ts'
import { reached } from '../reached.ts'
import { cutEntry, wholeEntry } from '../sent-entry.ts'
import { atLeast, cut, entry, problems, runParams } from '../shapes.ts'

const tags = ['log']

const page = z
  .object({
    events: z.array(entry),
    next: z.int().positive().nullable().describe('where to go on: the next page is after this seq; null when there is no more yet'),
    head: z.int().nonnegative().describe('the last seq of the run'),
  })
  .meta({ id: 'EventPage' })

const query = z.object({
  after: atLeast(0).default(0).describe('the last seq that is known'),
  limit: atLeast(1, httpLimits.pageMost).default(httpLimits.page).describe('entries on a page'),
  cut,
})

const wantsStream = (accept: string | undefined): boolean => /\btext\/event-stream\b/i.test(accept ?? '')

/** The log of a run: page by page, as a stream, an entry whole, a long text. */
export const runEventsWithin =
  (limits: StreamLimits): Adapter =>
  (plain, context) => {
    const app = plain.withTypeProvider<ZodTypeProvider>()
    const { log, controlFor } = context
    const streams = createEventStreams(context, limits)
    app.addHook('preClose', async () => streams.close())

    app.route({
      method: 'GET',
      url: '/v1/runs/:run/events',
      schema: {
        tags,
        summary: 'The log of a run: a page as JSON, or everything after a place and then live as a stream',
        description: `With \`Accept: text/event-stream\`: one message for each entry, its id the seq, its data an Entry; then a message \`caught-up\`, then each entry as it is stored. A browser that lost the stream goes on by itself, through \`Last-Event-ID\`. At most ${httpLimits.streams} streams are open at once.`,
        params: runParams,
        querystring: query,
        headers: z.looseObject({ 'last-event-id': atLeast(0).optional().describe('goes before after; for streams') }),
        response: {
          200: { description: 'OK', content: { 'application/json': { schema: page }, 'text/event-stream': { schema: z.string() } } },
          ...problems(404),
        },
      },
      handler: async (request, reply) => {
        const { after, limit, cut: chars } = request.query
        const { run, events: head } = controlFor(request).run(request.params.run)
        const shown = chars === undefined ? undefined : chars
        if (wantsStream(request.headers.accept)) {
          const from = reached(run, request.headers['last-event-id'] ?? after, head)
          return streams.open({ request, reply, run, after: from, head, cut: shown })
        }
        const rows = log.read(run, reached(run, after, head), limit)
        const last = rows.at(-1)?.seq
        const events = shown === undefined ? rows : rows.map((row) => cutEntry(row, shown))
        return { events, next: last !== undefined && last < head ? last : null, head: Math.max(head, last ?? 0) }
      },
    })
    app.route({
      method: 'GET',
      url: '/v1/runs/:run/events/:seq',
      schema: {
        tags,
        summary: 'One entry, with its long texts in it',
        params: runParams.extend({ seq: atLeast(1) }),
        response: { 200: entry, ...problems(404) },
      },
      handler: async (request) => {
        const { run } = controlFor(request).run(request.params.run)
        const { seq } = request.params
        const [stored] = log.read(run, seq - 1, 1)
        if (stored?.seq !== seq) throw new HttpError('unknown-entry', `${run} has no entry ${seq}`)
        return wholeEntry(stored, log)
      },
    })
    app.route({
      method: 'GET',
      url: '/v1/runs/:run/blobs/:sha',
      schema: {
        tags,
        summary: 'A long text of the log, by its SHA-256',
        params: runParams.extend({ sha: z.string().regex(/^[0-9a-f]{64}$/) }),
        response: { 200: { description: 'OK', content: { 'text/plain': { schema: z.string() } } }, ...problems(404) },
      },
      handler: async (request, reply) => {
        const { run } = controlFor(request).run(request.params.run)
        const { sha } = request.params
        const text = textBehind(sha)
        if (text === undefined) throw new HttpError('unknown-entry', `the log of ${run} holds no text ${sha}`)
        return reply.type('text/plain; charset=utf-8').send(text)
      },
    })

    /** The hash is what its log says: whoever knows it has seen the entry, so the text is not looked for in that run's entries alone. */
    const textBehind = (sha: string): string | undefined => {
      try {
        return log.blob({ blob: sha, chars: 1, head: '' })
      } catch (error) {
        if (error instanceof GalError && error.code === 'bad-record') return undefined
        throw error
      }
    }
  }

export const runEvents: Adapter = runEventsWithin(httpLimits)
