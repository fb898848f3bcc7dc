import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptFolder } from '../../../../test/support/temporary.ts'
import { writeBigLog } from '../../../../test/web/big-log.ts'
import { openPage, startBrowser } from '../../../../test/web/browser.ts'
import { built } from '../../../../test/web/built.ts'
import { type Served, serve } from '../../../../test/web/serve.ts'

const { browser, why } = await startBrowser()

type Shift = { at: number; value: number }
/** Writes down every shift that no press or key caused. */
const watchShifts = `
  window.shifts = []
  new PerformanceObserver((list) => {
    for (const { startTime, value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifts.push({ at: startTime, value })
  }).observe({ type: 'layout-shift', buffered: true })`

/** Cumulative layout shift as web.dev defines it: the most in one window, which ends after 1 s of rest or after 5 s. */
const worstWindow = (shifts: readonly Shift[]): number => {
  let [worst, sum, began, last] = [0, 0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { at, value } of shifts) {
    if (at - last > 1000 || at - began > 5000) [sum, began] = [0, at]
    last = at
    sum += value
    worst = Math.max(worst, sum)
  }
  return worst
}

describe.skipIf(!browser)(`the lab page of a large run, and of one that is live${why ? ` (skipped: ${why})` : ''}`, () => {
  if (!browser) return
  const runs = keptFolder()
  let server: Served
  beforeAll(async () => {
    await built()
    writeBigLog(join(runs, 'gal.sqlite'), 'big', 30_000)
    server = await serve(runs)
  })
  afterAll(async () => {
    await server?.stop()
    await browser.close()
  })

  test('of thousands of programs those that matter are drawn, a press shows a hundred more, and the rest is said to be in the record', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/runs/big`)
    const programs = page.getByRole('region', { name: 'Programs', exact: true })
    const rows = programs.locator('a.trow')
    await rows.first().waitFor()
    const before = await rows.count()
    expect(before).toBeLessThan(250)
    const leftOut = await programs.getByText(/earlier programs are only in the record/).textContent()
    expect(Number(leftOut?.replaceAll(/\D/g, ''))).toBeGreaterThan(2000)
    const more = programs.getByRole('button', { name: /^\d+ more, show 100$/ })
    await more.click()
    await expect.poll(() => rows.count()).toBe(before + 100)
    expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(12_000)
    expect(complaints).toEqual([])
    await close()
  })

  test('while a run is live, what is on the page stays where it is', async () => {
    const body = JSON.stringify({ topic: 'What stays where it is?', config: { model: 'rehearsal' } })
    const begun = await fetch(`${server.url}/v1/runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const { run } = (await begun.json()) as { run: string }
    const { page, close } = await openPage(browser, `${server.url}/`)
    await page.addInitScript(watchShifts)
    await page.goto(`${server.url}/runs/${run}`)
    await page.locator('.run-head .outcome.complete').waitFor({ timeout: 60_000 })
    const shifts = (await page.evaluate('window.shifts')) as Shift[]
    expect(shifts.length).toBeGreaterThan(0)
    expect(worstWindow(shifts)).toBeLessThan(0.25)
    await close()
  }, 90_000)
})
