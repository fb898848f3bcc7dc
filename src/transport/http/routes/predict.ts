import type { FastifyError, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Adapter } from '../context.ts'
import { readJson } from '../json-body.ts'
import { toldOf } from '../problem.ts'
import { problems } from '../shapes.ts'

const refused = z.object({ error: z.string() })

/** What was sent cannot be used: told in one line. Everything else is a problem as elsewhere. */
const tellSimply = (error: FastifyError, _request: unknown, reply: FastifyReply): FastifyReply => {
  const status = toldOf(error)?.problem.status ?? (error.validation ? 400 : error.statusCode)
  if (status !== 400 && status !== 413) throw error
  return reply.code(status).send({ error: error.validation ? 'the body is no JSON object with a message' : error.message })
}

/** What the oldest clients send: an engine's HTTP node, with or without a content type. Its answers are simpler than problems. */
export const predict: Adapter = async (plain, { controlFor }) => {
  await plain.register(async (inner) => {
    const app = inner.withTypeProvider<ZodTypeProvider>()
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: unknown, body: string) => readJson(body))
    app.route({
      method: 'POST',
      url: '/predict',
      schema: {
        tags: ['older clients'],
        summary: 'Send a message, get an answer',
        body: z.looseObject({ message: z.unknown() }).meta({ example: { message: 'hi' } }),
        response: { 200: z.object({ status: z.literal('ok'), message: z.string() }), ...problems(), 400: refused, 413: refused },
      },
      errorHandler: tellSimply,
      handler: async (request) => ({ status: 'ok' as const, message: controlFor(request).greeting }),
    })
  })
}
