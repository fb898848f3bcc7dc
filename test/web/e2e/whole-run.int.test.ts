import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ViewerState } from '../../../src/core/viewer/viewer-state.ts'
import { until } from '../../support/gal.ts'
import { keptFolder } from '../../support/temporary.ts'
import { openPage, startBrowser } from '../browser.ts'
import { built } from '../built.ts'
import { type Served, serve } from '../serve.ts'
import { goingOn, watchMoments } from './in-page.ts'
import { button, moment, momentSaid, outcome, region, runNamed, settled, stateAt, strip } from './lab.ts'

const { browser, why } = await startBrowser()
const topic = 'Does label smoothing help a small classifier?'

describe.skipIf(!browser)(`one run, from the form to its end${why ? ` (skipped: ${why})` : ''}`, () => {
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

  /** Looks at the page until the run is complete, and gives what was seen on the way. */
  const watched = async (page: Page) => {
    const seen = { phases: new Set<string>(), atWork: new Set<string>(), curves: new Set<string>() }
    const look = async () => {
      const { phases, people, curve } = await goingOn(page)
      for (const phase of phases) seen.phases.add(phase)
      for (const person of people) seen.atWork.add(person)
      if (curve !== null) seen.curves.add(curve)
      return (await outcome(page, 'complete').count()) === 1
    }
    expect(await until(look, 55_000)).toBe(true)
    return seen
  }

  test('it is begun with the form; phases and people take turns, the curve grows, and the outcome is complete', async () => {
    const { page, complaints, close } = await openPage(browser, server.url)
    await page.getByLabel('What should the lab find out?').fill(topic)
    await page.getByLabel('Model').fill('rehearsal')
    await page.getByLabel('Calls').fill('400')
    await button(page, 'Start the lab').click()
    await page.waitForURL(/\/runs\/does-label-smoothing/)
    const { phases, atWork, curves } = await watched(page)
    expect([...phases]).toEqual(expect.arrayContaining(['Data', 'Experiments']))
    expect(phases.size).toBeGreaterThan(2)
    expect(atWork.size).toBeGreaterThan(2)
    expect(curves.size).toBeGreaterThan(1)
    expect(await page.getByRole('meter', { name: 'Calls' }).getAttribute('aria-valuemax')).toBe('400')
    expect(await button(page, 'Pause').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  const opened = async () => {
    const run = await runNamed(server.url, topic)
    const { page, complaints, close } = await openPage(browser, `${server.url}/runs/${run}`)
    await outcome(page, 'complete').waitFor()
    await expect.poll(() => momentSaid(page)).toMatch(/^live, /)
    const shownAt = (seq: number) => stateAt<ViewerState>(server.url, run, seq)
    return { page, complaints, close, shownAt }
  }
  const programsIn = async (page: Page): Promise<number> => region(page, 'Programs').locator('.trow:not(.thead)').count()

  test('the timeline is dragged: phases, programs and people are those of the moment shown, as the server has them', async () => {
    const { page, complaints, close, shownAt } = await opened()
    const atEnd = await programsIn(page)
    const box = await page.getByRole('slider').boundingBox()
    if (!box) throw new Error('no timeline')
    await page.mouse.move(box.x + box.width - 2, box.y + 30)
    await page.mouse.down()
    for (const share of [0.7, 0.5, 0.05]) {
      await page.mouse.move(box.x + box.width * share, box.y + 30, { steps: 4 })
      const at = await settled(page)
      const state = await shownAt(at)
      const began = state.phases.flatMap(({ attempts }) => attempts).length
      await expect.poll(() => strip(page).locator('a.leg:not(.note)').count(), { message: `phases at ${at}` }).toBe(began)
      await expect
        .poll(() => region(page, 'People').locator('li.on').count())
        .toBe(state.people.filter(({ open }) => open.length > 0).length)
    }
    await page.mouse.up()
    await region(page, 'Programs').getByText('Programs that the engineers write will be here').waitFor()
    await outcome(page, 'complete').waitFor({ state: 'detached' })
    await button(page, 'To the end').first().click()
    await expect.poll(() => programsIn(page)).toBe(atEnd)
    expect(atEnd).toBeGreaterThan(3)
    expect(complaints).toEqual([])
    await close()
  })

  test('keys move the moment by one entry, by pages and to both ends', async () => {
    const { page, close } = await opened()
    const head = await moment(page)
    await page.getByRole('slider').focus()
    const far = Math.round(head * 0.05)
    const steps = [
      ['Home', 1],
      ['ArrowRight', 2],
      ['PageUp', 2 + far],
      ['ArrowLeft', 1 + far],
      ['PageDown', 1],
      ['End', head],
    ] as const
    for (const [key, seq] of steps) {
      await page.keyboard.press(key)
      await expect.poll(() => moment(page), { message: key }).toBe(seq)
    }
    expect(await momentSaid(page)).toMatch(/^live, /)
    await close()
  })

  test('it is played sixteen times as fast as it was, and is live again at its end', async () => {
    const { page, complaints, close } = await opened()
    const head = await moment(page)
    await page.getByRole('slider').focus()
    await page.keyboard.press('Home')
    await page.getByRole('radio', { name: '16×' }).check()
    const momentsShown = await watchMoments(page)
    await button(page, 'Play').click()
    await expect.poll(() => momentSaid(page), { timeout: 20_000 }).toMatch(/^live, /)
    const moments = await momentsShown()
    expect(moments).toEqual(moments.toSorted((a, b) => a - b))
    expect(new Set(moments).size).toBeGreaterThan(3)
    expect(moments.at(-1)).toBe(head)
    await button(page, 'Play').waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})
