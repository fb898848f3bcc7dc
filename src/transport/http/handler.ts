import type { RequestListener } from 'node:http'
import type { AccessRules } from '../access.ts'
import { adapters, type LazyAdapter, rest } from './adapters.ts'
import type { HttpContext } from './context.ts'
import { sendError } from './send-error.ts'

type App = { routing: RequestListener; close(): Promise<unknown> }

const open = async ({ load }: LazyAdapter, context: HttpContext, rules: AccessRules): Promise<App> => {
  const [{ createApp }, adapter] = await Promise.all([import('./create-app.ts'), load()])
  const { app, ready } = createApp(rules, context.onDefect)
  await adapter(app, context)
  await ready()
  return { routing: (request, response) => app.routing(request, response), close: () => app.close() }
}

const serves = ({ path }: LazyAdapter, url: string): boolean => {
  const asked = url.split('?')[0] ?? ''
  return asked === path || asked.startsWith(`${path}/`)
}

export type HttpHandler = { handle: RequestListener; close(): Promise<void> }

/**
 * Hands each request to the app of its path. An app is made at the first request for it, so a run that nobody looks at pays for none.
 * @param list tried in order; the last one takes what no other does
 */
export const createHttpHandler = (
  context: HttpContext,
  rules: AccessRules,
  list: readonly LazyAdapter[] = [...adapters, rest],
): HttpHandler => {
  const apps = new Map<LazyAdapter, Promise<App>>()
  const appOf = (adapter: LazyAdapter): Promise<App> => {
    const app = apps.get(adapter) ?? open(adapter, context, rules)
    apps.set(adapter, app)
    return app
  }
  return {
    handle(request, response) {
      const adapter = list.find((entry) => serves(entry, request.url ?? '/')) ?? list.at(-1) ?? rest
      appOf(adapter)
        .then((app) => app.routing(request, response))
        .catch((error) => {
          context.onDefect(error)
          sendError(response, error)
        })
    },
    async close() {
      // One that could not be opened was told of when it was asked for, and has nothing to close.
      const opened = await Promise.allSettled(apps.values())
      await Promise.all(opened.map((app) => (app.status === 'fulfilled' ? app.value.close() : undefined)))
    },
  }
}
