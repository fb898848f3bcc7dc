import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from '../../../test/web/browser.ts'
import { createMemoryEventLog } from '../../store/memory-event-log.ts'
import { standInControl } from '../testing/stand-in-control.ts'
import { startTestServer } from '../testing/test-server.ts'

// A page of another server: its Origin is allowed by the one, and not by the other.
const pages = createServer((_request, response) => response.end('<!doctype html><title>page</title>'))
const started = await startBrowser()
let origin = ''
beforeAll(async () => {
  pages.listen(0, '127.0.0.1')
  await once(pages, 'listening')
  origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`
})
afterAll(async () => {
  await started.browser?.close()
  pages.close()
  pages.closeAllConnections()
})

const startServer = (allowedOrigins: string[]) =>
  startTestServer({
    log: createMemoryEventLog(),
    allowedOrigins,
    control: standInControl({ execute: async (agent) => ({ agent, results: [{ function_name: 'say', result: 'listo' }] }) }),
  })

/** Connects as a page does, sends something once it is open, and gives the texts that came and the code at the end. */
const script = (url: string, protocols: string[], message: object) => `new Promise((resolve) => {
  const texts = []
  const ws = new WebSocket(${JSON.stringify(url)}, ${JSON.stringify(protocols)})
  ws.onopen = () => ws.send(JSON.stringify(${JSON.stringify(message)}))
  ws.onmessage = ({ data }) => {
    texts.push(JSON.parse(data))
    if (texts.at(-1).data?.status === 'completed') ws.close()
  }
  ws.onclose = ({ code, wasClean }) => resolve({ texts, code, wasClean })
})`

type Outcome = { texts: { data?: { status?: string }; type?: string }[]; code: number; wasClean: boolean }

const inBrowser = async (code: string): Promise<Outcome> => {
  const page = await started.browser?.newPage()
  if (!page) throw new Error('there is no browser')
  try {
    await page.goto(origin)
    return await page.evaluate<Outcome>(code)
  } finally {
    await page.close()
  }
}

describe.skipIf(!started.browser)(`a page in Chromium${started.browser ? '' : ` (skipped: ${started.why})`}`, () => {
  test('executes an agent in the oldest way, on an Origin that is allowed', async () => {
    const server = await startServer([origin])
    const { texts, wasClean } = await inBrowser(script(server.url, [], { type: 'execute', agent_id: 'a' }))
    expect([texts.map(({ data }) => data?.status), wasClean]).toEqual([['started', 'completed'], true])
    await server.close()
  })

  test('that speaks another version only reads the code that says so', async () => {
    const server = await startServer([origin])
    expect(await inBrowser(script(server.url, ['gal.v2'], {}))).toMatchObject({ code: 4406, texts: [{ type: 'bye' }] })
    await server.close()
  })

  test('of an Origin that is not allowed does not get a connection', async () => {
    const server = await startServer([])
    expect(await inBrowser(script(server.url, [], { message: 'x' }))).toEqual({ texts: [], code: 1006, wasClean: false })
    await server.close()
  })
})
