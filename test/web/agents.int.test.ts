import { join } from 'node:path'
import type { Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agentsStream } from '../../src/core/names.ts'
import { openSqliteEventLog } from '../../src/store/sqlite-event-log.ts'
import { until } from '../support/gal.ts'
import { keptFolder } from '../support/temporary.ts'
import { axeOn } from './axe.ts'
import { openPage, startBrowser, widerBy } from './browser.ts'
import { built } from './built.ts'
import { type Served, serve } from './serve.ts'

const { browser, why } = await startBrowser()

/** Stands in for the server on the plain WebSocket alone, so that every moment of a cycle can be held still. */
const plainServer = async (page: Page) => {
  const opened: WebSocketRoute[] = []
  const frames: unknown[] = []
  const closed: number[] = []
  await page.routeWebSocket(/^ws:\/\/[^/]+\/$/, (route) => {
    opened.push(route)
    route.onMessage((text) => frames.push(JSON.parse(String(text))))
    route.onClose(() => closed.push(opened.indexOf(route)))
  })
  const last = () => {
    const route = opened.at(-1)
    if (!route) throw new Error('nothing was opened')
    return route
  }
  const respond = (data: object) => last().send(JSON.stringify({ type: 'execution_response', data }))
  return { opened, frames, closed, last, respond }
}

describe.skipIf(!browser)(`the agent panel${why ? ` (skipped: ${why})` : ''}`, () => {
  if (!browser) return
  const runs = keptFolder()
  let server: Served
  beforeAll(async () => {
    await built()
    server = await serve(runs)
  })
  afterAll(async () => {
    await server.stop()
    await browser.close()
  })
  const id = '8191feef-546d-46a8-a26f-b92073882f5c'
  const state = (page: Page, word: string) => page.locator('.panel .state output', { hasText: word }).waitFor()
  const execute = (page: Page) => page.locator('.panel .go button')
  /** The panel, with the stand-in behind it, and one cycle begun. */
  const begun = async () => {
    const { page, close } = await openPage(browser, 'about:blank')
    const plain = await plainServer(page)
    await page.goto(`${server.url}/agents?agent=${id}`)
    await state(page, 'Idle')
    await execute(page).click()
    await until(() => plain.frames.length === 1)
    return { page, close, ...plain }
  }

  test('a cycle of the demo agent goes from idle to completed, with the count and the list of its results', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/agents`)
    await state(page, 'Idle')
    await page.getByRole('button', { name: 'Run one cycle' }).click()
    await state(page, 'Completed')
    await page.getByText('2 actions').waitFor()
    expect(await page.locator('.results .fn').allTextContents()).toEqual(['list_runs', 'search_papers'])
    expect(await page.getByRole('button', { name: 'Run again' }).isEnabled()).toBe(true)
    expect(complaints).toEqual([])
    await close()
  })

  test('it asks with the frame of the first clients, and its button is off while it is busy', async () => {
    const { page, close, frames, respond, closed, opened } = await begun()
    expect(frames).toEqual([{ type: 'execute', agent_id: id }])
    await state(page, 'Running')
    expect(await execute(page).isDisabled()).toBe(true)
    respond({ success: true, message: 'Iniciando ejecución del agente', status: 'started' })
    respond({
      success: true,
      results: [{ function_name: 'look', result: 'nothing new' }],
      agent_id: id,
      execution_count: 1,
      status: 'completed',
    })
    await state(page, 'Completed')
    await page.getByText('1 action', { exact: true }).waitFor()
    await page.getByText('nothing new').waitFor()
    expect(await until(() => closed.length === 1)).toBe(true)
    expect(opened).toHaveLength(1)
    await close()
  })

  test('it is connecting until the server is there', async () => {
    const { page, close } = await openPage(browser, 'about:blank')
    await page.addInitScript(() => {
      const Real = WebSocket
      const scope = globalThis as unknown as { WebSocket: unknown; open: () => void }
      // A socket to the plain dialect that opens when the test says so.
      scope.WebSocket = function Held(url: string, protocols?: string[]) {
        if (!/^ws:\/\/[^/]+\/$/.test(url)) return new Real(url, protocols)
        const held = { readyState: 0, onopen: () => undefined, send: () => undefined, close: () => undefined }
        scope.open = () => held.onopen()
        return held
      }
      Object.assign(scope.WebSocket as object, { OPEN: 1 })
    })
    await page.goto(`${server.url}/agents?agent=${id}`)
    await execute(page).click()
    await state(page, 'Connecting')
    expect(await execute(page).isDisabled()).toBe(true)
    await page.evaluate('globalThis.open()')
    await state(page, 'Running')
    await close()
  })

  test('a cycle without actions says that none was carried out', async () => {
    const { page, close, respond } = await begun()
    respond({ success: true, results: [], agent_id: id, execution_count: 0, message: 'No se ejecutó ninguna acción', status: 'completed' })
    await page.getByText('No action was carried out.').waitFor()
    await page.getByRole('button', { name: 'Español' }).click()
    await page.getByText('No se ejecutó ninguna acción.').waitFor()
    await close()
  })

  test('an error is told in the words of the server, and can be tried again', async () => {
    const { page, close, respond, opened } = await begun()
    respond({ success: false, error: 'agent not found', agent_id: id, status: 'completed' })
    await state(page, 'Error')
    await page.getByRole('alert').getByText('agent not found').waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    expect(await until(() => opened.length === 2)).toBe(true)
    await state(page, 'Running')
    await close()
  })

  test('a connection that closes before the end is an error, and one that closes after it is none', async () => {
    const { page, close, respond, last } = await begun()
    await last().close({ code: 1001 })
    await page.getByText('The connection closed before the cycle ended.').waitFor()
    await execute(page).click()
    await state(page, 'Running')
    respond({ success: true, results: [], agent_id: id, execution_count: 0, status: 'completed' })
    await state(page, 'Completed')
    await last()
      .close({ code: 1001 })
      .catch(() => undefined)
    await state(page, 'Completed')
    await close()
  })

  test('leaving the panel closes the connection', async () => {
    const { page, close, closed } = await begun()
    await page.getByRole('link', { name: 'Postdoc' }).click()
    await state(page, 'Idle')
    expect(await until(() => closed.length === 1)).toBe(true)
    await close()
  })

  test('closing the page in the middle of a cycle does not stop the cycle', async () => {
    const { page, close } = await openPage(browser, `${server.url}/agents?agent=${id}`)
    await state(page, 'Idle')
    const log = openSqliteEventLog(join(runs, 'gal.sqlite'), { clock: Date.now, alive: () => false })
    const count = (type: string) => log.read(agentsStream, 0).filter(({ event }) => event.type === type).length
    const before = count('agent-end')
    const asked = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framesent'))
    await execute(page).click({ noWaitAfter: true })
    await asked
    await close()
    expect(await until(() => count('agent-end') === before + 1)).toBe(true)
    expect(count('agent-start')).toBe(before + 1)
    log.close()
  })

  test('an agent that is not there is said, with the list to choose from', async () => {
    const { page, close } = await openPage(browser, `${server.url}/agents?agent=nobody`)
    await page.getByText('There is no agent nobody here.').waitFor()
    await page.getByRole('link', { name: 'Reviewer' }).click()
    await state(page, 'Idle')
    await close()
  })

  for (const width of [1440, 900, 390])
    for (const colorScheme of ['light', 'dark'] as const)
      test(`nothing is wrong for axe and nothing is wider than the page, ${width} px, ${colorScheme}`, async () => {
        const options = { viewport: { width, height: 900 }, colorScheme, bypassCSP: true }
        const { page, close } = await openPage(browser, `${server.url}/agents`, options)
        await execute(page).click()
        await state(page, 'Completed')
        expect(await axeOn(page)).toEqual([])
        expect(await widerBy(page)).toBeLessThanOrEqual(0)
        await close()
      })
})
