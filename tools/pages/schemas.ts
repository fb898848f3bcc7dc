import { asyncApi } from '../../src/transport/http/describe/asyncapi.ts'
import { protocolSchema } from '../../src/transport/http/describe/protocol-schema.ts'
import { json, type Page } from './page.ts'

/** What is served at /asyncapi.json. */
export const asyncApiPage = (): Page => json('docs/reference/asyncapi.json', asyncApi())

/** What is served at /schemas/protocol.json. */
export const protocolSchemaPage = (): Page => json('docs/reference/protocol.schema.json', protocolSchema())
