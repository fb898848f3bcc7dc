import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqliteEventLog } from '../../src/store/sqlite-event-log.ts'
import { until } from '../support/gal.ts'
import { keptFolder } from '../support/temporary.ts'
import { axeOn } from './axe.ts'
import { writeBigLog } from './big-log.ts'
import { openPage, startBrowser, widerBy } from './browser.ts'
import { built } from './built.ts'
import { type Served, serve } from './serve.ts'

const { browser, why } = await startBrowser()
const entries = 4000
const hostile = '<img src=x onerror="document.title=1"> **not bold**'

describe.skipIf(!browser)(`the record page${why ? ` (skipped: ${why})` : ''}`, () => {
  if (!browser) return
  const runs = keptFolder()
  let server: Served
  beforeAll(async () => {
    await built()
    writeBigLog(join(runs, 'gal.sqlite'), 'big', entries - 1)
    const log = openSqliteEventLog(join(runs, 'gal.sqlite'), { clock: () => Date.UTC(2026, 0, 9), alive: () => false })
    log.input('big', { type: 'note-add', by: 'web', text: hostile })
    log.close()
    writeBigLog(join(runs, 'gal.sqlite'), 'growing', 300)
    server = await serve(runs)
  })
  afterAll(async () => {
    await server.stop()
    await browser.close()
  })

  const found = (page: Page) => page.locator('.find-row output')
  const opened = async (hash = '', options: Parameters<typeof openPage>[2] = {}) => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/runs/big/record${hash}`, { bypassCSP: true, ...options })
    await page.locator('.find-row output', { hasText: '4,000 of 4,000' }).waitFor()
    return { page, complaints, close }
  }
  const chosen = (page: Page): Promise<string> => page.evaluate('location.hash')
  const moment = (page: Page) => page.getByRole('slider').getAttribute('aria-valuetext')

  test('an address with an entry in it shows that entry in the list, and whole beside it', async () => {
    const { page, complaints, close } = await opened('#e1713')
    const row = page.locator('.ev[aria-current]')
    await expect.poll(() => row.getAttribute('data-seq')).toBe('1713')
    await expect.poll(async () => (await row.boundingBox())?.y).toBeGreaterThan(100)
    await page.getByRole('heading', { name: 'Entry 1713' }).waitFor()
    expect(await page.locator('.ev').count()).toBeLessThan(100)
    expect(complaints).toEqual([])
    await close()
  })

  test('keys go through the entries and the marks, and the focus goes along', async () => {
    const { page, close } = await opened('#e100')
    const focused = () => page.evaluate('document.activeElement.dataset.seq')
    const steps = [
      ['j', '#e101'],
      ['ArrowDown', '#e102'],
      ['k', '#e101'],
      ['End', '#e4000'],
      ['Home', '#e1'],
    ] as const
    for (const [key, to] of steps) {
      await page.keyboard.press(key)
      await expect.poll(() => chosen(page)).toBe(to)
      await expect.poll(focused).toBe(to.slice(2))
    }
    await page.keyboard.press('n')
    await expect.poll(() => chosen(page)).not.toBe('#e1')
    await page.keyboard.press('Escape')
    expect(await chosen(page)).toBe('')
    await page.keyboard.press('/')
    expect(await page.evaluate('document.activeElement.type')).toBe('search')
    await close()
  })

  test('a search finds what stands in the middle of a text, and Enter goes from hit to hit', async () => {
    const { page, close } = await opened()
    await page.getByRole('searchbox').fill('NOT BOLD')
    await page.locator('.find-row output', { hasText: '1 of 4,000' }).waitFor()
    expect(await page.locator('.ev mark').allTextContents()).toEqual(['not bold'])
    await page.keyboard.press('Enter')
    await expect.poll(() => chosen(page)).toBe('#e4000')
    expect(await found(page).textContent()).toBe('1 of 1')
    await close()
  })

  test('what is switched off is gone from the list, and a list without entries says why', async () => {
    const { page, close } = await opened()
    await page.getByRole('button', { name: 'None of: What' }).click()
    await page.getByText('No entry is like that.').waitFor()
    await page.getByRole('button', { name: 'Show all entries' }).click()
    await page.locator('.find-row output', { hasText: '4,000 of 4,000' }).waitFor()
    await page.getByRole('checkbox', { name: /^turns/ }).uncheck()
    expect(await until(async () => !(await page.locator('.ev .name').allTextContents()).includes('turn-start'))).toBe(true)
    await close()
  })

  test('what a person wrote is shown as it is, and nothing in it is done', async () => {
    const { page, complaints, close } = await opened('#e4000')
    await page.locator('.detail', { hasText: hostile }).waitFor()
    expect(await page.locator('main img').count()).toBe(0)
    await page.getByText('As stored').click()
    await page.locator('.detail pre', { hasText: 'onerror' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('the playhead is dragged to a moment, keys move it, and what came later is quieter', async () => {
    const { page, close } = await opened()
    const box = await page.getByRole('slider').boundingBox()
    if (!box) throw new Error('no slider')
    expect(await moment(page)).toMatch(/^live, /)
    await page.mouse.move(box.x + box.width - 20, box.y + 30)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y + 30, { steps: 5 })
    await page.mouse.up()
    await expect.poll(() => moment(page)).not.toMatch(/^live/)
    await page.locator('.moment').waitFor()
    expect(await page.locator('.ev.later').count()).toBeGreaterThan(0)
    await page.getByRole('slider').focus()
    await page.keyboard.press('Home')
    await expect.poll(() => moment(page)).toMatch(/^0:00 of [\d:]+, entry 1$/)
    await page.keyboard.press('End')
    await expect.poll(() => moment(page)).toMatch(/^live, .*entry 4000/)
    await page.getByRole('group', { name: 'Marks' }).getByRole('button').first().click()
    await expect.poll(() => moment(page)).not.toMatch(/^live/)
    await page.getByRole('button', { name: 'Back to live' }).click()
    await expect.poll(() => moment(page)).toMatch(/^live/)
    await close()
  })

  test('at the end of a run that goes on, the list goes along with what comes in', async () => {
    const { page, close } = await openPage(browser, `${server.url}/runs/growing/record`)
    const isSeen = (seq: number) => async () => ((await page.locator(`.ev[data-seq="${seq}"]`).boundingBox())?.y ?? 9999) < 800
    await expect.poll(isSeen(300)).toBe(true)
    const log = openSqliteEventLog(join(runs, 'gal.sqlite'), { clock: () => Date.UTC(2026, 0, 9), alive: () => false })
    for (let seq = 301; seq <= 340; seq += 1) log.input('growing', { type: 'note-add', by: 'web', text: `note ${seq}` })
    await expect.poll(isSeen(340), { timeout: 10_000 }).toBe(true)
    await page.evaluate('scrollTo(0, 0)')
    await expect.poll(isSeen(1)).toBe(true)
    log.input('growing', { type: 'note-add', by: 'web', text: 'the last one' })
    log.close()
    await page.locator('.find-row output', { hasText: '341 of 341' }).waitFor()
    expect(await page.evaluate('scrollY')).toBe(0)
    await close()
  })

  test.each([
    ['wide', { viewport: { width: 1440, height: 900 } }],
    ['half', { viewport: { width: 900, height: 900 } }],
    ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ] as const)('%s: axe finds nothing in either theme, and nothing is wider than the window', async (_, options) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await opened('#e1713', { ...options, colorScheme })
      await page.getByRole('heading', { name: 'Entry 1713' }).waitFor()
      expect(await axeOn(page)).toEqual([])
      expect(await widerBy(page)).toBeLessThanOrEqual(0)
      await close()
    }
  })
})
