import { clientSchemas, eventSchemas, serverSchemas } from './frames.ts'

const references = (group: string, all: Readonly<Record<string, object>>) =>
  Object.keys(all).map((type) => ({ $ref: `#/$defs/${group}/$defs/${type}` }))

const group = (name: string, description: string, all: Readonly<Record<string, object>>) => ({
  [name]: { description, oneOf: references(name, all), $defs: all },
})

/** Every frame of the WebSocket, and every event that a frame may carry, as one JSON Schema. */
export const protocolSchema = (): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'gal.v1',
  description: 'A frame of the WebSocket: one JSON object in a text message.',
  anyOf: [{ $ref: '#/$defs/client' }, { $ref: '#/$defs/server' }],
  $defs: {
    ...group('client', 'What a client sends.', clientSchemas()),
    ...group('server', 'What gal sends.', serverSchemas()),
    ...group('event', 'What the log holds, and what `event` in a frame of that type is unless it is cut.', eventSchemas()),
  },
})
