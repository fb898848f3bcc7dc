import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../../support/gal.ts'
import { keptFolder } from '../../support/temporary.ts'
import { type Running, startServe } from '../../wire/serving.ts'
import { openPage, startBrowser } from '../browser.ts'
import { built } from '../built.ts'
import { moving, rowsDrawn } from './in-page.ts'
import { button, logOf, moment, outcome, region, startRun, summaryOf } from './lab.ts'

const { browser, why } = await startBrowser()

describe.skipIf(!browser)(`a server that is killed under an open page${why ? ` (skipped: ${why})` : ''}`, () => {
  if (!browser) return
  const runs = keptFolder()
  let server: Running
  beforeAll(async () => {
    await built()
    server = await startServe(runs)
  })
  afterAll(async () => {
    await server.kill()
    await browser.close()
  })
  const address = () => `http://127.0.0.1:${server.port}`

  /** Every entry that the record lists, as its number and its event: only those near the window are drawn. */
  const listed = async (page: Page, last: number): Promise<string[]> => {
    const seen = new Map<number, string>()
    await page.evaluate('scrollTo(0, 0)')
    await until(async () => {
      for (const [seq, name] of await rowsDrawn(page)) seen.set(seq, `${seq} ${name}`)
      await page.evaluate('scrollBy(0, innerHeight / 2)')
      return seen.has(last)
    }, 30_000)
    return [...seen].toSorted(([a], [b]) => a - b).map(([, row]) => row)
  }

  test('the badge counts down to the next try, the last state stays grey, and the page catches up without a gap or a double', async () => {
    const run = await startRun(address(), 'Is anything lost?', { budget: { calls: 40 } })
    const { page, close } = await openPage(browser, `${address()}/runs/${run}`)
    await expect.poll(() => moment(page), { timeout: 20_000 }).toBeGreaterThan(30)
    await server.kill()
    await page.getByText(/Server lost, next try in \d+ s/).waitFor()
    await page.locator('main.stale').waitFor()
    const shown = await moment(page)
    expect(shown).toBeGreaterThan(30)
    expect(await region(page, 'People').locator('li').count()).toBe(6)
    expect(await page.getByRole('button', { name: /^(Pause|Resume)$/ }).isDisabled()).toBe(true)
    expect(await moving(page)).toBe(0)

    server = await startServe(runs, server.port)
    await page.getByText(/^Live/).waitFor({ timeout: 20_000 })
    await page.locator('main.stale').waitFor({ state: 'detached' })
    await button(page, 'Resume').click({ timeout: 20_000 })
    await outcome(page, 'partial').waitFor({ timeout: 40_000 })

    const { events: last } = await summaryOf(address(), run)
    expect(await moment(page)).toBe(last)
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await page.waitForURL(/\/record$/)
    await page.locator('.find-row output', { hasText: `${last} of ${last}` }).waitFor({ timeout: 20_000 })
    expect(await listed(page, last)).toEqual((await logOf(address(), run)).map(({ seq, event }) => `${seq} ${event.type}`))
    await close()
  })
})
