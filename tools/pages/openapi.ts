import { startSettings } from '../../src/lab/config.ts'
import { createMemoryEventLog } from '../../src/store/memory-event-log.ts'
import type { HttpContext } from '../../src/transport/http/context.ts'
import { createApp } from '../../src/transport/http/create-app.ts'
import { openApi } from '../../src/transport/http/describe/openapi.ts'
import { rest } from '../../src/transport/http/rest.ts'
import { json, type Page } from './page.ts'

const never = (): never => {
  throw new Error('nothing is asked of a server that is only described')
}

const context: HttpContext = {
  log: createMemoryEventLog(),
  controlFor: never,
  follow: never,
  onSignal: never,
  version: '',
  startSettings,
  url: never,
  onDefect: never,
}

/** The OpenAPI document, from the routes as they are. */
export const describeRest = async (): Promise<object> => {
  const { app, ready } = createApp({ host: 'localhost', allowedOrigins: [], token: undefined }, context.onDefect)
  await rest(app, context)
  await ready()
  const document = openApi(app)
  await app.close()
  return document
}

/** What is served at /openapi.json. */
export const openApiPage = async (): Promise<Page> => json('docs/reference/openapi.json', await describeRest())
