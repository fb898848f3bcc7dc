import type { FastifyError, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { GalError } from '../../../core/error.ts'
import type { Adapter } from '../context.ts'
import { problems } from '../shapes.ts'

const tags = ['models']
const config = { access: 'act' } as const
const prompt = z.string().min(1).max(100_000)
const refused = (code: string) => z.object({ error: z.object({ code: z.literal(code), message: z.string() }) })
const unavailable = refused('model_unavailable')
const missing = refused('image_backend_missing')

const modelCodes: ReadonlySet<string> = new Set(['model-unavailable', 'model-unreachable', 'bad-answer'])

/** A model that cannot be had is told in the words of the older clients; everything else is a problem as elsewhere. */
const tellUnavailable = (error: FastifyError, _request: unknown, reply: FastifyReply): FastifyReply => {
  if (!(error instanceof GalError) || !modelCodes.has(error.code)) throw error
  return reply.code(503).send({ error: { code: 'model_unavailable', message: error.message } })
}

/** Models behind one address. */
export const models: Adapter = (plain, { controlFor }) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.route({
    method: 'POST',
    url: '/api/text',
    config,
    schema: {
      tags,
      summary: 'A text from the model of the configuration',
      body: z
        .object({ prompt, num_predict: z.int().min(1).max(100_000).default(512).describe('tokens at most') })
        .meta({ example: { prompt: 'What is a seed?', num_predict: 64 } }),
      response: { 200: z.object({ text: z.string(), model: z.string() }), ...problems(413, 415, 422), 503: unavailable },
    },
    errorHandler: tellUnavailable,
    handler: async (request) => controlFor(request).text(request.body.prompt, request.body.num_predict),
  })
  app.route({
    method: 'POST',
    url: '/api/image',
    config,
    schema: {
      tags,
      summary: 'An image, as base64, where a server for images is configured',
      body: z.object({ prompt }).meta({ example: { prompt: 'a seed' } }),
      response: {
        200: z.object({ image: z.string().describe('base64'), type: z.string().describe('of the bytes: image/png'), model: z.string() }),
        ...problems(413, 415, 422),
        501: missing,
        503: unavailable,
      },
    },
    errorHandler: tellUnavailable,
    handler: async (request, reply) => {
      const { image } = controlFor(request)
      if (image) return image(request.body.prompt)
      const error = { code: 'image_backend_missing' as const, message: 'no server for images is configured' }
      return reply.code(501).send({ error })
    },
  })
}
