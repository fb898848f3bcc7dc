import swagger from '@fastify/swagger'
import { createJsonSchemaTransformObject, jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Adapter } from '../context.ts'
import { asyncApi } from '../describe/asyncapi.ts'
import { openApi, restBase } from '../describe/openapi.ts'
import { protocolSchema } from '../describe/protocol-schema.ts'
import { problems } from '../shapes.ts'

/** Each description by its path, made from what validates. They are made when somebody asks. */
const described: readonly (readonly [url: string, summary: string, make: (app: Parameters<Adapter>[0]) => object])[] = [
  ['/openapi.json', 'This interface', openApi],
  ['/asyncapi.json', 'The WebSocket', asyncApi],
  ['/schemas/protocol.json', 'Every frame of the WebSocket and every event, as JSON Schema', protocolSchema],
]

/** What describes the server to programs. To be called before all other routes: it takes note of each. */
export const descriptions: Adapter = async (app) => {
  await app.register(swagger, { openapi: restBase, transform: jsonSchemaTransform, transformObject: createJsonSchemaTransformObject({}) })
  for (const [url, summary, make] of described)
    app.route({
      method: 'GET',
      url,
      schema: { tags: ['server'], summary, response: { 200: z.looseObject({}), ...problems() } },
      handler: async () => make(app),
    })
}
