import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { phaseNames } from '../../../core/names.ts'
import type { Adapter } from '../context.ts'
import { problems, runParams, toldRun } from '../shapes.ts'

const tags = ['runs']
const config = { access: 'act' } as const
/** Who did it, on the log. */
const by = 'http'
/** Not only blanks, controls and signs that print nothing. JavaScript and JSON Schema read it alike. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked past
const visible = /[^\s\u0000-\u001F\u007F-\u009F\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/
const words = (most: number) => z.string().min(1).max(most).regex(visible)
const key = z.string().min(1).max(200).describe('the same key begins the same run, however often it is sent')

const startWith = (settings: Readonly<Record<string, unknown>>) =>
  z
    .strictObject({
      topic: words(2000),
      config: z
        .record(z.string(), z.unknown())
        .meta({ description: 'settings for this run, nested as in config.yaml', ...settings })
        .optional(),
    })
    .meta({ example: { topic: 'Does label smoothing help a small classifier?', config: { model: 'rehearsal' } } })

const started = z.object({ run: z.string(), begun: z.boolean().describe('false when the key had begun it before') })

const asked = { 200: toldRun, ...problems(404, 409, 413, 415, 422, 429, 507) }

/** What changes runs. Each puts something on the log, and nothing else. */
export const runChanges: Adapter = (plain, { controlFor, startSettings = {} }) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.route({
    method: 'POST',
    url: '/v1/runs',
    config,
    schema: {
      tags,
      summary: 'Begin a run, and drive it in this process',
      headers: z.looseObject({ 'idempotency-key': key.optional() }),
      body: startWith(startSettings),
      response: {
        200: started.describe('the key had begun this run before'),
        201: started.describe('a new run'),
        ...problems(409, 413, 415, 422, 429, 507),
      },
    },
    handler: async (request, reply) => {
      const { topic, config: settings } = request.body
      const known = request.headers['idempotency-key']
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
        .object({ text: words(4000), phase: z.enum(phaseNames).optional().describe('for this phase alone') })
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
      body: z.object({ question: z.string().min(1).max(200), answer: words(4000) }).meta({ example: { question: 'q1', answer: 'yes' } }),
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
