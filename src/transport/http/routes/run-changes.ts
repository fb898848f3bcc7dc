import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { phaseNames } from '../../../core/names.ts'
import type { Adapter } from '../context.ts'
import { HttpError } from '../problem.ts'
import { problems, runParams, toldRun } from '../shapes.ts'

const tags = ['runs']
const config = { access: 'change' } as const
/** Who did it, on the log. */
const by = 'http'
const words = z.string().min(1).max(20_000)
const key = z.string().min(1).max(200).describe('the same key begins the same run, however often it is sent')

const start = z
  .object({
    topic: words,
    config: z.record(z.string(), z.unknown()).optional().describe('settings for this run, nested as in config.yaml'),
    idempotency_key: key.optional(),
  })
  .meta({ example: { topic: 'Does label smoothing help a small classifier?', config: { model: 'rehearsal' } } })

const started = z.object({ run: z.string(), begun: z.boolean().describe('false when the key had begun it before') })

/** The key of a start: in the header or in the body. */
const keyOf = (header: string | undefined, body: string | undefined): string | undefined => {
  if (header !== undefined && body !== undefined && header !== body)
    throw new HttpError('bad-request', 'the header Idempotency-Key and idempotency_key in the body are not the same: send one of them')
  return header ?? body
}

const asked = { 200: toldRun, ...problems(404, 409, 413, 415, 422, 507) }

/** What changes runs. Each puts something on the log, and nothing else. */
export const runChanges: Adapter = (plain, { controlFor }) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.route({
    method: 'POST',
    url: '/v1/runs',
    config,
    schema: {
      tags,
      summary: 'Begin a run, and drive it in this process',
      headers: z.looseObject({ 'idempotency-key': key.optional() }),
      body: start,
      response: {
        200: started.describe('the key had begun this run before'),
        201: started.describe('a new run'),
        ...problems(409, 413, 415, 422, 507),
      },
    },
    handler: async (request, reply) => {
      const { topic, config: settings, idempotency_key: inBody } = request.body
      const known = keyOf(request.headers['idempotency-key'], inBody)
      const input = { topic, by, ...(settings ? { config: settings } : {}), ...(known === undefined ? {} : { key: known }) }
      const { run, begun } = await controlFor(request).start(input)
      return reply
        .code(begun ? 201 : 200)
        .header('location', `/v1/runs/${encodeURIComponent(run)}`)
        .send({ run, begun })
    },
  })
  app.route({
    method: 'POST',
    url: '/v1/runs/:run/pause',
    config,
    schema: { tags, summary: 'Let go of a run when its open turns are done', params: runParams, response: asked },
    handler: async (request) => {
      const control = controlFor(request)
      const { run } = control.run(request.params.run)
      await control.pause(run, by)
      return { run }
    },
  })
  app.route({
    method: 'POST',
    url: '/v1/runs/:run/resume',
    config,
    schema: { tags, summary: 'Drive a run on in this process', params: runParams, response: asked },
    handler: async (request) => {
      const control = controlFor(request)
      const { run } = await control.resume(control.run(request.params.run).run, by)
      return { run }
    },
  })
  app.route({
    method: 'POST',
    url: '/v1/runs/:run/stop',
    config,
    schema: { tags, summary: 'Let go of a run', params: runParams, response: asked },
    handler: async (request) => {
      const control = controlFor(request)
      const { run } = control.run(request.params.run)
      await control.stop(run, by)
      return { run }
    },
  })
  app.route({
    method: 'POST',
    url: '/v1/runs/:run/note',
    config,
    schema: {
      tags,
      summary: 'Tell the roles something',
      params: runParams,
      body: z
        .object({ text: words, phase: z.enum(phaseNames).optional().describe('for this phase alone') })
        .meta({ example: { text: 'Use three seeds.' } }),
      response: asked,
    },
    handler: async (request) => {
      const control = controlFor(request)
      const { run } = control.run(request.params.run)
      await control.note(run, by, request.body.text, request.body.phase)
      return { run }
    },
  })
  app.route({
    method: 'POST',
    url: '/v1/runs/:run/answer',
    config,
    schema: {
      tags,
      summary: 'Answer a question; the first answer counts',
      params: runParams,
      body: z.object({ question: z.string().min(1).max(200), answer: words }).meta({ example: { question: 'q1', answer: 'yes' } }),
      response: asked,
    },
    handler: async (request) => {
      const control = controlFor(request)
      const { run } = control.run(request.params.run)
      await control.answer(run, by, request.body.question, request.body.answer)
      return { run }
    },
  })
}
