import { METHODS } from 'node:http'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { type Access, type AccessRules, accessOf, tokenIn } from '../access.ts'
import { readOnlyToken } from './control-for.ts'
import { readJson } from './json-body.ts'
import { httpLimits } from './limits.ts'
import { HttpError, problemType, type Told, toldOf, toldOfStatus } from './problem.ts'

/** What a route wants shown: nothing, any token of the server, or the one that may change and spend. Routes that say nothing want any. */
export type RouteAccess = 'public' | 'look' | 'act'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess
    /** The methods of this path, on the route that answers all the others. */
    allow?: string
  }
  interface FastifyRequest {
    /** What the token opens that was shown. */
    access: Access | undefined
  }
}

const noToken = (shown: string | undefined): HttpError =>
  new HttpError('no-token', shown === undefined ? 'this server wants its token' : 'this is not the token of this server', {
    'www-authenticate': shown === undefined ? 'Bearer realm="gal"' : 'Bearer realm="gal", error="invalid_token"',
  })

/** Asks about the token, and refuses what is not served, before a body is read. */
const askFirst = (app: FastifyInstance, rules: AccessRules): void => {
  app.decorateRequest('access', undefined)
  app.addHook('onRequest', async (request) => {
    const { access: wanted = 'look', allow } = request.routeOptions.config
    const shown = tokenIn(request.raw)
    const access = accessOf(rules, shown)
    request.access = access
    if (wanted !== 'public' && access === undefined) throw noToken(shown)
    if (request.is404) throw new HttpError('unknown-path', `nothing is served at ${request.method} ${request.url.split('?')[0]}`)
    if (allow !== undefined) throw new HttpError('wrong-method', `${request.method} is not served here, but ${allow}`, { allow })
    if (wanted === 'act' && access !== 'full') throw readOnlyToken()
  })
}

const fieldsOf = (error: FastifyError): string =>
  (error.validation ?? [])
    .slice(0, httpLimits.issues)
    .map(({ instancePath, message }) => `${instancePath.slice(1).replaceAll('/', '.')}: ${message}`)
    .join('; ')

const toldOfFramework = (error: FastifyError): Told | undefined => {
  if (error.validation) return toldOfStatus(error.validationContext === 'body' ? 422 : 400, fieldsOf(error))
  if (error.statusCode === undefined || error.statusCode >= 500) return undefined
  // Files that may not be served are files that are not there.
  return error.statusCode === 403 ? toldOfStatus(404, 'nothing is served here') : toldOfStatus(error.statusCode, error.message)
}

const reply = (to: FastifyReply, { problem, headers }: Told): FastifyReply =>
  to.code(problem.status).headers(headers).header('cache-control', 'no-store').type(problemType).send(JSON.stringify(problem))

const answerErrors = (app: FastifyInstance, onDefect: (error: unknown) => void): void => {
  app.setErrorHandler((error: FastifyError, _request, to) => {
    const told = toldOf(error) ?? toldOfFramework(error)
    if (!told) onDefect(error)
    return reply(to, told ?? toldOfStatus(500, 'the request failed by a defect in gal'))
  })
}

/** A path that is served answers every other method with 405 and those that it has. */
const answerOtherMethods = (app: FastifyInstance): (() => void) => {
  const served = new Map<string, { methods: Set<string>; access: RouteAccess }>()
  app.addHook('onRoute', ({ url, method, config }) => {
    const known = served.get(url) ?? { methods: new Set(), access: config?.access === 'public' ? 'public' : 'look' }
    for (const name of [method].flat()) known.methods.add(name)
    served.set(url, known)
  })
  return () => {
    for (const [url, { methods, access }] of [...served]) {
      const others = app.supportedMethods.filter((name) => !methods.has(name))
      const allow = [...methods].sort().join(', ')
      if (others.length > 0)
        app.route({ method: others, url, config: { access, allow }, schema: { hide: true }, handler: async () => undefined })
    }
  }
}

/**
 * An app without routes, in which every route is behind the token. Told to `onDefect` is what is wrong in gal itself.
 * `ready` is to be called when all routes are there.
 */
export const createApp = (rules: AccessRules, onDefect: (error: unknown) => void) => {
  const app = fastify({
    bodyLimit: httpLimits.body,
    exposeHeadRoutes: true,
    routerOptions: { maxParamLength: 500 },
    // What is wrong with an address is not repeated: a token may stand in it.
    frameworkErrors: (_error, _request, to) =>
      void reply(to as FastifyReply, toldOfStatus(400, 'the address of the request cannot be read')),
  })
  // What node reads, TRACE and WebDAV among it, is answered as a method that is not served and not as a path that is not there.
  for (const method of METHODS) if (method !== 'CONNECT' && !app.supportedMethods.includes(method)) app.addHttpMethod(method)
  app.setValidatorCompiler(validatorCompiler)
  // The schemas of responses describe; what is sent is held to them by tests.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: unknown, body: string) => readJson(body))
  askFirst(app, rules)
  answerErrors(app, onDefect)
  app.setNotFoundHandler((request) => {
    throw new HttpError('unknown-path', `nothing is served at ${request.url.split('?')[0]}`)
  })
  const answerOthers = answerOtherMethods(app)
  return {
    app,
    ready: async () => {
      await app.after()
      answerOthers()
      await app.ready()
    },
  }
}
