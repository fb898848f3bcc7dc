import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heldOutEnd, heldOutLog, heldOutRunning, runningProgram } from '../../../../src/core/viewer/testing/held-out-log.ts'
import { keptFolder } from '../../../../test/support/temporary.ts'
import { axeOn } from '../../../../test/web/axe.ts'
import { openPage, startBrowser, widerBy } from '../../../../test/web/browser.ts'
import { built } from '../../../../test/web/built.ts'
import { type Served, serve } from '../../../../test/web/serve.ts'
import { writeLog } from '../../../../test/web/write-log.ts'

const { browser, why } = await startBrowser()

describe.skipIf(!browser)(`the lab page of a study whose labels the lab keeps${why ? ` (skipped: ${why})` : ''}`, () => {
  if (!browser) return
  const runs = keptFolder()
  let server: Served
  beforeAll(async () => {
    await built()
    const file = join(runs, 'gal.sqlite')
    writeLog(file, 'over', [...heldOutLog, ...heldOutEnd])
    writeLog(file, 'live', [...heldOutLog, ...heldOutRunning])
    server = await serve(runs)
  })
  afterAll(async () => {
    await server?.stop()
    await browser.close()
  })

  const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
  const row = (page: Page, id: string) =>
    section(page, 'Programs')
      .locator('a.trow')
      .filter({ has: page.locator('.pid').getByText(id, { exact: true }) })

  test('a program says how it was judged, why it is doubted, and how its seeds spread; the accepted one leads', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/runs/over`)
    await row(page, '1.6.0').waitFor()
    expect(await row(page, '1.6.0').textContent()).toMatch(
      /the best so far.*accepted against 1\.0\.0.*\+0\.043, p = 0\.004, 5 pairs of seeds/,
    )
    expect(await row(page, '1.3.0').textContent()).toMatch(/not accepted against 1\.0\.0.*\+0\.006, p = 0\.281/)
    expect(await row(page, '1.8.0').locator('.doubt').allTextContents()).toEqual([
      expect.stringMatching(/^too good to be true/),
      expect.stringMatching(/^labels within reach/),
    ])
    expect(await row(page, '1.7.103').textContent()).toContain('on fresh seeds')
    expect(await row(page, '1.11.0').locator('.axis').textContent()).toMatch(/^accuracy 0\.6\d+, 0\.6\d+ to 0\.6\d+ over 10 seeds, test$/)
    expect(await section(page, 'Programs').locator('.range').count()).toBeGreaterThan(10)
    await section(page, 'Best accuracy so far').locator('canvas').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('the plan says what its results are held against, and the data card what is to be minded and whose labels are kept', async () => {
    const { page, close } = await openPage(browser, `${server.url}/runs/over`)
    const terms = section(page, 'Plan').locator('.contract')
    await terms.getByText('accuracy', { exact: true }).waitFor()
    expect(await terms.textContent()).toMatch(/more is better.*ratios.*majority.*one ratio.*at least 5 seeds.*labels that no program sees/)
    const data = section(page, 'Data')
    expect(await data.getByRole('list', { name: 'To be minded' }).getByRole('listitem').count()).toBe(2)
    expect(await data.getByRole('list', { name: 'Parts of the data' }).textContent()).toMatch(/train 959.*valid 320, its labels are kept/)
    expect(await data.getByRole('row', { name: /citric acid/ }).textContent()).toContain('132 missing')
    await close()
  })

  test('a program that says how far it is has a bar', async () => {
    const { page, close } = await openPage(browser, 'about:blank')
    await page.routeWebSocket(/.*/, (socket) => {
      const lab = socket.connectToServer()
      lab.onMessage((message) => {
        socket.send(message)
        const data = { program: runningProgram, text: '[60%] 3 of 5 seeds\n' }
        if (JSON.parse(String(message)).type === 'caught-up')
          socket.send(JSON.stringify({ type: 'signal', run: 'live', key: 'output', data }))
      })
    })
    await page.goto(`${server.url}/runs/live`)
    await row(page, '1.11.0').getByText('3 of 5 seeds').waitFor()
    const [whole = 0, done = 0] = await row(page, '1.11.0')
      .locator('.track, .track i')
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width))
    await expect.poll(async () => (await row(page, '1.11.0').locator('.track i').boundingBox())?.width).toBeCloseTo(whole * 0.6, 0)
    expect(done).toBeGreaterThan(0)
    await close()
  })

  test.each([
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('axe finds nothing at a width of %i (%s), and nothing is wider than the page', async (width, colorScheme) => {
    const options = { viewport: { width, height: 900 }, colorScheme, bypassCSP: true }
    const { page, close } = await openPage(browser, `${server.url}/runs/over`, options)
    await row(page, '1.6.0').waitFor()
    expect(await axeOn(page)).toEqual([])
    expect(await widerBy(page)).toBeLessThanOrEqual(0)
    await close()
  })
})
