import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { godotPolicy } from '../../src/transport/http/headers.ts'
import { startBrowser } from '../web/browser.ts'
import { project } from './godot.ts'

const { browser, why } = await startBrowser()
afterAll(() => browser?.close())

/** What Godot's own script gives to a page, as far as ours calls it. */
const engine = `class Engine {
  static getMissingFeatures({ threads }) { return threads ? ['threads'] : [] }
  constructor(config) { this.config = config }
  async startGame({ args, onProgress }) { onProgress(1, 2); globalThis.started = { config: this.config, args } }
}`

/** The page as Godot fills it, from a server with the policy of gal's own. */
const serving = async (threads: string): Promise<string> => {
  const read = (name: string) => readFileSync(join(project, 'web', name), 'utf8')
  const page = read('shell.html')
    .replaceAll('$GODOT_PROJECT_NAME', 'gal')
    .replaceAll('$GODOT_HEAD_INCLUDE', '')
    .replaceAll('$GODOT_URL', 'index.js')
    .replaceAll('$GODOT_CONFIG', JSON.stringify({ args: ['--verbose'], executable: 'index' }))
    .replaceAll('$GODOT_THREADS_ENABLED', threads)
  const files: Readonly<Record<string, [type: string, text: string]>> = {
    '/godot/': ['text/html', page],
    '/godot/index.js': ['text/javascript', engine],
    '/godot/boot.js': ['text/javascript', read('boot.js')],
    '/godot/shell.css': ['text/css', read('shell.css')],
  }
  const server = createServer((request, response) => {
    const [type, text] = files[new URL(request.url ?? '', 'http://x').pathname] ?? ['text/plain', '']
    response.setHeader('content-security-policy', godotPolicy(request.headers.host ?? ''))
    response.setHeader('content-type', type).end(text)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe.skipIf(!browser)(`the page of the exported viewer${why ? ` (skipped: ${why})` : ''}`, () => {
  const open = async (url: string) => {
    const page = await browser?.newPage()
    if (!page) throw new Error(why)
    onTestFinished(() => page.close())
    const complaints: string[] = []
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
    page.on('pageerror', (error) => void complaints.push(error.message))
    await page.goto(url)
    return { page, complaints: () => complaints.filter((text) => !text.includes('favicon')) }
  }

  test("starts under the server's policy, and tells the viewer its server, and the run and token of the address", async () => {
    const url = await serving('false')
    const { page, complaints } = await open(`${url}/godot/?run=some-run&token=a%20secret`)
    await page.waitForFunction('globalThis.started !== undefined')
    expect(await page.evaluate('globalThis.started')).toEqual({
      config: { args: ['--verbose'], executable: 'index' },
      args: ['--verbose', '--', '--run=some-run', '--token=a secret', `--url=${url}`],
    })
    await page.waitForFunction("document.getElementById('status').hidden")
    expect(complaints()).toEqual([])
  })

  test('says what a browser lacks', async () => {
    const { page } = await open(`${await serving('true')}/godot/`)
    await page.waitForFunction("document.getElementById('words').textContent !== ''")
    expect(await page.evaluate("document.getElementById('words').textContent")).toBe('This browser lacks: threads')
  })
})
