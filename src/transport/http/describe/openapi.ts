import type { FastifyInstance } from 'fastify'
import { subprotocol } from '../../protocol.ts'

const description = `The lab over HTTP. A run is its log: every path below reads it or puts something on it. What is live comes over the WebSocket (${subprotocol}, see asyncapi.json) or as a stream of events.

Where the server has a token it is shown as \`Authorization: Bearer …\` or as \`?token=…\`; the audience's token opens what only looks. Every refusal is a problem (RFC 9457) with a \`code\`.`

const tag = (name: string, meaning: string) => ({ name, description: meaning })

/** What is the same whatever routes there are. */
export const restBase = {
  openapi: '3.1.0',
  info: { title: 'gal', version: '1.0.0', description, license: { name: 'MIT', identifier: 'MIT' } },
  servers: [{ url: 'http://localhost:8765' }],
  tags: [
    tag('runs', 'Runs, and what people ask of them'),
    tag('log', 'The log of a run'),
    tag('artifacts', 'The files of a run'),
    tag('agents', 'Roles and agents, one cycle at a time'),
    tag('papers', 'The sources of papers'),
    tag('models', 'Models behind one address'),
    tag('server', 'The server itself'),
    tag('older clients', 'What clients of before this interface ask'),
  ],
  components: {
    securitySchemes: {
      bearer: { type: 'http' as const, scheme: 'bearer' },
      query: { type: 'apiKey' as const, in: 'query' as const, name: 'token' },
    },
  },
  // The last one stands for a server without a token.
  security: [{ bearer: [] }, { query: [] }, {}],
}

/** OpenAPI has no word for the rest of a path: it is called by what it is. */
const restOfPath = 'name'

const renamed = (text: string): string => text.replaceAll('"name":"*"', `"name":"${restOfPath}"`).replaceAll('{*}', `{${restOfPath}}`)

type Document = { components?: { schemas?: Record<string, object> } }

/** The tool that made it writes each shape twice, as it is sent and as it is taken; those that nothing refers to are left out. */
const withoutUnused = (document: Document): Document => {
  const schemas = document.components?.schemas ?? {}
  const text = JSON.stringify(document)
  const used = Object.entries(schemas).filter(([name]) => text.includes(`"#/components/schemas/${name}"`))
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(used) } }
}

/** The OpenAPI document of an app whose routes are all there. */
export const openApi = (app: FastifyInstance): object => withoutUnused(JSON.parse(renamed(JSON.stringify(app.swagger()))) as Document)
