import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Adapter } from '../context.ts'
import { reached } from '../reached.ts'
import { atLeast, problems, runParams, runState, runSummary } from '../shapes.ts'

const tags = ['runs']

/** The runs that there are, and how they stand. */
export const runs: Adapter = (plain, { controlFor }) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.route({
    method: 'GET',
    url: '/v1/runs',
    schema: {
      tags,
      summary: 'All runs, in the order in which they were made',
      response: { 200: z.object({ runs: z.array(runSummary) }), ...problems() },
    },
    handler: async (request) => ({ runs: [...controlFor(request).runs()] }),
  })
  app.route({
    method: 'GET',
    url: '/v1/runs/:run',
    schema: { tags, summary: 'One run', params: runParams, response: { 200: runSummary, ...problems(404) } },
    handler: async (request) => controlFor(request).run(request.params.run),
  })
  app.route({
    method: 'GET',
    url: '/v1/runs/:run/state',
    schema: {
      tags,
      summary: 'What a viewer shows of a run, now or at an earlier entry',
      params: runParams,
      querystring: z.object({ at: atLeast(1).optional().describe('the seq of an entry; the last one when missing') }),
      response: { 200: runState, ...problems(404) },
    },
    handler: async (request) => {
      const control = controlFor(request)
      const { run, events } = control.run(request.params.run)
      const { at } = request.query
      return { ...control.state(run, at === undefined ? at : reached(run, at, events)) }
    },
  })
}
