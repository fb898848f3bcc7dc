import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Adapter } from '../context.ts'
import { agentResult, agentSummary, atLeast, foundPaper, problems } from '../shapes.ts'

const tags = ['agents']

/** What can be asked of the lab outside a run: agents, and papers. */
export const agents: Adapter = (plain, { controlFor }) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.route({
    method: 'GET',
    url: '/v1/agents',
    schema: {
      tags,
      summary: 'What can be executed by itself: the roles, and the agents of the configuration',
      response: { 200: z.object({ agents: z.array(agentSummary) }), ...problems() },
    },
    handler: async (request) => ({ agents: [...controlFor(request).agents()] }),
  })
  app.route({
    method: 'POST',
    url: '/v1/agents/:id/execute',
    config: { access: 'act' },
    schema: {
      tags,
      summary: 'Execute an agent for one cycle, and wait for what came of it',
      params: z.object({ id: z.string().min(1).max(128) }),
      response: { 200: z.object({ agent: z.string(), results: z.array(agentResult) }), ...problems(404, 413, 415, 422, 502, 507) },
    },
    handler: async (request) => controlFor(request).execute(request.params.id, 'http'),
  })
  app.route({
    method: 'GET',
    url: '/v1/papers',
    // It sends the questions to servers elsewhere.
    config: { access: 'act' },
    schema: {
      tags: ['papers'],
      summary: 'Search the sources of the configuration',
      querystring: z.object({ q: z.string().trim().min(1).max(500), limit: atLeast(1, 50).default(10) }),
      response: { 200: z.object({ papers: z.array(foundPaper) }), ...problems() },
    },
    handler: async (request) => ({ papers: [...(await controlFor(request).searchPapers(request.query.q, request.query.limit))] }),
  })
}
