import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { createMemoryEventLog } from '../../store/memory-event-log.ts'
import { createHttpServer } from '../http.ts'
import { standInControl } from '../testing/stand-in-control.ts'
import type { HttpContext } from './context.ts'
import { createHttpHandler } from './handler.ts'
import { pagesIn } from './routes/pages.ts'
import { ask } from './testing/ask.ts'

const rules = { host: '127.0.0.1', allowedOrigins: [], token: 'secret' }
const defects: unknown[] = []
const context: HttpContext = {
  log: createMemoryEventLog(),
  controlFor: () => standInControl(),
  follow: () => {
    throw new Error('nothing is followed here')
  },
  onSignal: () => () => undefined,
  version: '0.0.1',
  url: () => '',
  onDefect: (error) => void defects.push(error),
}
const folder = mkdtempSync(join(tmpdir(), 'gal-pages-'))
const folders = { web: join(folder, 'web'), godot: join(folder, 'godot') }
const sockets = new WebSocketServer({ noServer: true })
sockets.on('connection', (socket) => socket.send('hello'))
const handler = createHttpHandler(context, rules, [{ path: '', load: async () => pagesIn(folders) }])
const server = createHttpServer(rules, handler.handle, (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened)),
)
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  sockets.close()
  await handler.close()
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true })
  expect(defects).toEqual([])
})

const write = (place: string, text: string) => {
  mkdirSync(join(folder, place, '..'), { recursive: true })
  writeFileSync(join(folder, place), text)
}
beforeEach(() => rmSync(folders.web, { recursive: true, force: true }))

const pages = ['/', '/agents', '/runs/r', '/runs/r/record', '/runs/r/paper']

test('a page that is not built says how to build it; once it is built it is there, without a restart', async () => {
  for (const path of pages) expect(await ask(port, path)).toMatchObject({ status: 200, body: expect.stringContaining('npm run build:web') })
  write('web/index.html', '<!doctype html>')
  for (const path of pages) {
    const { status, headers, body } = await ask(port, path)
    expect([status, headers['content-type'], headers['cache-control'], body]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
      '<!doctype html>',
    ])
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
  }
})

test('assets are kept for good, the page is asked for again, and nothing beside them is served', async () => {
  write('web/index.html', '<!doctype html>')
  write('web/assets/a-1.js', 'export {}')
  write('web/assets/.hidden', 'x')
  write('web/other.txt', 'x')
  const asset = await ask(port, '/assets/a-1.js')
  expect([asset.status, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  expect(asset.headers['content-type']).toMatch('javascript')
  const paths = [
    '/assets/none.js',
    '/assets/',
    '/assets/.hidden',
    '/assets/../index.html',
    '/assets/%2e%2e/other.txt',
    '/other.txt',
    '/index.html',
  ]
  const answers = await Promise.all(paths.map((path) => ask(port, path)))
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 401, 401])
  expect(answers.filter(({ headers }) => headers['content-type']?.includes('html'))).toEqual([])
})

test('the laboratory for browsers may compile WebAssembly, is alone in its process, and runs no script within its page', async () => {
  write('godot/index.html', '<!doctype html>')
  write('godot/index.wasm', 'x')
  const { status, headers } = await ask(port, '/godot/')
  expect([status, headers['cross-origin-opener-policy'], headers['cross-origin-embedder-policy']]).toEqual([
    200,
    'same-origin',
    'require-corp',
  ])
  expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';")
  expect((await ask(port, '/godot/index.wasm')).headers['content-type']).toBe('application/wasm')
  expect((await ask(port, '/godot')).headers.location).toBe('/godot/')
})

test('in a real browser the page loads its script, reaches its WebSocket, and runs nothing that stands in it', async () => {
  const page = '<!doctype html><script src="/assets/own.js"></script><script>window.inline = true</script><p style="color:red">'
  write('web/index.html', page)
  write(
    'web/assets/own.js',
    `window.told = new Promise((resolve) => {
       const socket = new WebSocket('ws://' + location.host + '/v1/ws')
       socket.onmessage = ({ data }) => resolve(data)
       socket.onerror = () => resolve('refused')
     })
     window.elsewhere = fetch('http://localhost:1/').then(() => 'reached', (error) => error.name)`,
  )
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: true })
  try {
    const tab = await browser.newPage()
    const refused: string[] = []
    tab.on('console', (message) => refused.push(message.text()))
    await tab.goto(`http://127.0.0.1:${port}/runs/r?token=secret`)
    expect(await tab.evaluate('window.told')).toBe('hello')
    expect(await tab.evaluate('window.inline')).toBeUndefined()
    expect(await tab.evaluate('window.elsewhere')).toBe('TypeError')
    expect(await tab.evaluate("getComputedStyle(document.querySelector('p')).color")).toBe('rgb(0, 0, 0)')
    expect(refused.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThan(1)
  } finally {
    await browser.close()
  }
})
