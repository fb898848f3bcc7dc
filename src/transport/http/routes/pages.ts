import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Adapter } from '../context.ts'
import { godotPolicy, pagePolicy } from '../headers.ts'
import { HttpError } from '../problem.ts'

const root = join(import.meta.dirname, '../../../..')

/** Built files, in the package. Whoever works on them builds them while the server runs, so they are looked for at each request. */
export type Folders = { web: string; godot: string }
const packaged: Folders = { web: join(root, 'web/dist'), godot: join(root, 'godot/export/web') }

/** Each is the same page: it looks at its own address. */
const pagePaths = ['/', '/agents', '/runs/:run', '/runs/:run/record', '/runs/:run/paper']

const notBuilt = 'The pages of the viewer are not built.\n\n  npm run build:web\n\nbuilds them; then load this page again.\n'

const year = 365 * 24 * 3600 * 1000
/** The names of assets hold a hash of what is in them. */
const forGood = { maxAge: year, immutable: true }
const askAgain = { cacheControl: false }

/** What a page loads is public: a browser cannot show a token with it, and it holds nothing of any run. */
const open = { config: { access: 'public' }, schema: { hide: true } } as const

type Named = { Params: { '*': string } }

/** The rest of a path as the name of a file; one that leads out of the folder names nothing. */
const nameIn = ({ params, url }: FastifyRequest<Named>): string => {
  const name = params['*']
  if (name.split(/[/\\]/).includes('..')) throw new HttpError('unknown-path', `nothing is served at ${url.split('?')[0]}`)
  return name
}

const pageIn = (web: string): string | undefined => {
  try {
    return readFileSync(join(web, 'index.html'), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const servePages = (app: FastifyInstance, { web }: Folders, language: string): void => {
  for (const url of pagePaths)
    app.get(url, open, async ({ headers }, reply) => {
      const page = pageIn(web)
      if (page === undefined) return reply.type('text/plain; charset=utf-8').send(notBuilt)
      reply.header('content-security-policy', pagePolicy(headers.host ?? '')).header('cache-control', 'no-cache')
      return reply.type('text/html; charset=utf-8').send(page.replace('<html lang="en">', `<html lang="${language}">`))
    })
  app.get<Named>('/assets/*', open, async (request, reply) => reply.sendFile(nameIn(request), join(web, 'assets'), forGood))
}

const serveGodot = (app: FastifyInstance, { godot }: Folders): void => {
  app.get('/godot', open, async (_request, reply) => reply.redirect('/godot/', 308))
  app.get<Named>('/godot/*', open, async (request, reply) => {
    reply
      .header('content-security-policy', godotPolicy(request.headers.host ?? ''))
      .header('cross-origin-embedder-policy', 'require-corp')
      .header('cache-control', 'no-cache')
    return reply.sendFile(nameIn(request) || 'index.html', godot, askAgain)
  })
}

/** The viewer's page with its assets, and the laboratory for browsers where it was exported. */
export const pagesIn =
  (folders: Folders): Adapter =>
  async (app, { language = 'en' }) => {
    await app.register(fastifyStatic, { root: folders.web, serve: false, dotfiles: 'ignore' })
    servePages(app, folders, language)
    serveGodot(app, folders)
  }

export const pages: Adapter = pagesIn(packaged)
