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
      tags,
      summary: 'The WebSocket, for who asks for it with an upgrade',
      response: { 101: z.undefined().describe('A WebSocket that speaks gal.v1: see asyncapi.json'), ...problems(426) },
    },
    handler: async () => {
      throw new HttpError('upgrade-required', 'this is a WebSocket: connect to it with ws://', {
        upgrade: 'websocket',
        connection: 'Upgrade',
      })
    },
  })
}
