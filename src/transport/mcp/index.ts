import { randomUUID } from 'node:crypto'
import { type NodeIncomingMessageLike, toNodeHandler } from '@modelcontextprotocol/node'
import type { FastifyReply } from 'fastify'
import type { Adapter } from '../http/context.ts'
import { isWithin } from '../http/json-body.ts'
import { httpLimits } from '../http/limits.ts'
import type { LabControl } from '../lab-control.ts'
import { watchChanges } from './changes.ts'
import { loadPrompts } from './load-prompts.ts'
import { createService, type McpService } from './service.ts'

const refuse = (reply: FastifyReply, code: number, message: string): FastifyReply =>
  reply
    .code(400)
    .type('application/json')
    .send(JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null }))

const parsed = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined // Why it is no JSON would only quote the client's own text to it.
  }
}

/** MCP at /mcp, by the official SDK: the current revision and those before it. */
export const mcp: Adapter = (app, { log, controlFor, version, onDefect }) => {
  /** Whoever may only look is served apart, so a session never does more than its token allows. */
  const services = new Map<LabControl, McpService>()
  const serviceFor = (control: LabControl): McpService => {
    const known = services.get(control)
    if (known) return known
    const service = createService({ control, log, version, onDefect, prompts: loadPrompts(control) }, randomUUID)
    services.set(control, service)
    return service
  }
  const unwatch = watchChanges(log, (change) => {
    for (const service of services.values()) service.tell(change)
  })
  app.addHook('preClose', async () => {
    unwatch()
    await Promise.all([...services.values()].map((service) => service.close()))
  })
  // What is no JSON, or not said to be, is answered as the protocol wants it.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: unknown, body: string) => body)

  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    exposeHeadRoute: false,
    schema: { hide: true },
    handler: async (request, reply) => {
      const handle = toNodeHandler(serviceFor(controlFor(request)), { onerror: onDefect })
      // Node's own type says that a request may lack a method and an address; those of a server have both.
      const raw = request.raw as NodeIncomingMessageLike
      if (request.method !== 'POST') {
        reply.hijack()
        return handle(raw, reply.raw)
      }
      const body = parsed(typeof request.body === 'string' ? request.body : '')
      if (!body) return refuse(reply, -32700, 'Parse error: the body is not JSON')
      if (!isWithin(body.value, httpLimits.depth))
        return refuse(reply, -32600, `Invalid Request: nested deeper than ${httpLimits.depth} levels`)
      reply.hijack()
      return handle(raw, reply.raw, body.value)
    },
  })
}
