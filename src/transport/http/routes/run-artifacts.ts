import { basename } from 'node:path'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { shownAs } from '../artifact-types.ts'
import type { Adapter } from '../context.ts'
import { HttpError } from '../problem.ts'
import { problems, runParams } from '../shapes.ts'

const tags = ['artifacts']

const artifact = z
  .object({
    name: z.string(),
    sha256: z.string(),
    bytes: z.int().nonnegative(),
    seq: z.int().positive().describe('the entry that says so'),
  })
  .meta({ id: 'Artifact' })

const isKnown = (asked: string | undefined, etag: string): boolean =>
  (asked ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)

const encoded = (name: string): string => encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)

/** The files that a run wrote: by their name on its log, never by a path. */
export const runArtifacts: Adapter = (plain, { controlFor }) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.route({
    method: 'GET',
    url: '/v1/runs/:run/artifacts',
    schema: {
      tags,
      summary: 'The files of a run',
      params: runParams,
      response: { 200: z.object({ artifacts: z.array(artifact) }), ...problems(404) },
    },
    handler: async (request) => {
      const control = controlFor(request)
      return { artifacts: [...control.state(control.run(request.params.run).run).artifacts] }
    },
  })
  app.route({
    method: 'GET',
    url: '/v1/runs/:run/artifacts/*',
    schema: {
      tags,
      summary: 'One file, by its name',
      params: runParams.extend({ '*': z.string().min(1).max(1000).describe('as in the list: report/report.md') }),
      querystring: z.object({ download: z.literal('1').optional().describe('to be kept as a file, not shown') }),
      headers: z.looseObject({ 'if-none-match': z.string().optional() }),
      response: {
        200: { description: 'The file', content: { '*/*': { schema: z.unknown().meta({ type: 'string', format: 'binary' }) } } },
        304: z.undefined().describe('as the ETag that was sent says'),
        ...problems(404),
      },
    },
    handler: async (request, reply) => {
      const control = controlFor(request)
      const { run } = control.run(request.params.run)
      const name = request.params['*']
      const file = control.artifact(run, name)
      if (!file) throw new HttpError('unknown-entry', `${run} wrote no file ${name}`)
      const etag = `"${file.sha256}"`
      reply.header('etag', etag).header('cache-control', 'private, no-cache')
      if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send()
      const { type, policy } = shownAs(name)
      if (policy !== undefined) reply.header('content-security-policy', policy)
      if (request.query.download !== undefined)
        reply.header('content-disposition', `attachment; filename*=UTF-8''${encoded(basename(name))}`)
      return reply.type(type).send(file.content)
    },
  })
}
