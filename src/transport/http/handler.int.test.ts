import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMemoryEventLog } from '../../store/memory-event-log.ts'
import { accessOf, tokenIn } from '../access.ts'
import { createHttpServer } from '../http.ts'
import { standInControl } from '../testing/stand-in-control.ts'
import type { LazyAdapter } from './adapters.ts'
import type { HttpContext } from './context.ts'
import { controlFor } from './control-for.ts'
import { createHttpHandler } from './handler.ts'
import { ask } from './testing/ask.ts'

const rules = { host: '127.0.0.1', allowedOrigins: [], token: 'full', audienceToken: 'look' }
const forAccess = controlFor(standInControl())
const loaded: string[] = []
const defects: unknown[] = []
const context: HttpContext = {
  log: createMemoryEventLog(),
  controlFor: ({ raw }) => forAccess(accessOf(rules, tokenIn(raw))),
  follow: () => {
    throw new Error('nothing is followed here')
  },
  onSignal: () => () => undefined,
  version: '',
  url: () => '',
  onDefect: (error) => void defects.push(error),
}

const adapter = (path: string, urls: readonly string[]): LazyAdapter => ({
  path,
  load: async () => {
    loaded.push(path)
    return (app, { controlFor: controlOf }) => {
      for (const url of urls)
        app.post(url, async (request) => {
          controlOf(request).stop('r', 'test')
          return { served: path }
        })
    }
  },
})
const broken: LazyAdapter = { path: '/broken', load: () => Promise.reject(new Error('cannot be loaded')) }

let handler: ReturnType<typeof createHttpHandler>
let server: ReturnType<typeof createHttpServer>
let port = 0
beforeEach(async () => {
  loaded.length = 0
  defects.length = 0
  handler = createHttpHandler(context, rules, [adapter('/a', ['/a', '/a/b']), broken, adapter('', ['/ab', '/c'])])
  server = createHttpServer(rules, handler.handle, (_request, socket) => socket.destroy())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterEach(async () => {
  await handler.close()
  server.close()
  server.closeAllConnections()
})

const post = async (path: string, token = 'full') => {
  const { status, body } = await ask(port, path, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
  return [status, JSON.parse(body)]
}

test('an adapter gets the requests of its path, and is loaded once, at the first of them', async () => {
  expect(await post('/c')).toEqual([200, { served: '' }])
  expect(loaded).toEqual([''])
  expect(await Promise.all([post('/a'), post('/a/b'), post('/a?x=/c')])).toEqual(Array(3).fill([200, { served: '/a' }]))
  expect(await post('/ab')).toEqual([200, { served: '' }])
  expect(loaded).toEqual(['', '/a'])
})

test('it is behind the token, and the lab that an audience gets there changes nothing', async () => {
  expect(await post('/a', 'wrong')).toMatchObject([401, { code: 'no-token' }])
  expect(await post('/a', 'look')).toMatchObject([403, { code: 'read-only-token' }])
  expect(await ask(port, '/a', { headers: { host: 'evil.example' } })).toMatchObject({ status: 403 })
})

test('one that cannot be loaded is a defect, and the others go on', async () => {
  expect(await post('/broken')).toMatchObject([500, { code: 'defect' }])
  expect(defects).toMatchObject([{ message: 'cannot be loaded' }])
  expect(await post('/c')).toEqual([200, { served: '' }])
})
