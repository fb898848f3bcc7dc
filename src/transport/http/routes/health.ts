import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Adapter } from '../context.ts'
import { HttpError } from '../problem.ts'
import { problems } from '../shapes.ts'

const tags = ['server']

/** Whether gal is there, and where its WebSocket is. */
export const health: Adapter = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.route({
    method: 'GET',
    url: '/healthz',
    config: { access: 'public' },
    schema: {
      tags,
      summary: 'Whether gal is there',
      security: [],
      response: { 200: z.object({ status: z.literal('ok') }), ...problems() },
    },
    handler: async () => ({ status: 'ok' as const }),
  })
  app.route({
    method: 'GET',
    url: '/v1/ws',
    schema: {
      // Described by asyncapi.json: as REST there is nothing to be had here.
      hide: true,
    },
    handler: async () => {
      throw new HttpError('upgrade-required', 'this is a WebSocket: connect to it with ws://', {
        upgrade: 'websocket',
        connection: 'Upgrade',
      })
    },
  })
}
