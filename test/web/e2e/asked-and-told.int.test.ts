import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../../support/gal.ts'
import { keptFolder } from '../../support/temporary.ts'
import { openPage, startBrowser } from '../browser.ts'
import { built } from '../built.ts'
import { type Served, serve } from '../serve.ts'
import { button, logOf, momentSaid, outcome, region, startRun, strip, summaryOf } from './lab.ts'

const { browser, why } = await startBrowser()
const asksFirst = { gates: { 'literature-review': 'ask' } }

describe.skipIf(!browser)(`a run that asks and is told${why ? ` (skipped: ${why})` : ''}`, () => {
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
  const open = (run: string) => openPage(browser, `${server.url}/runs/${run}`)
  const status = async (run: string): Promise<string> => (await summaryOf(server.url, run)).status
  const isWaiting = (run: string) => until(async () => (await status(run)) === 'waiting', 30_000)

  test('its first question is answered with a button, its second in words, and both stay with who answered', async () => {
    const run = await startRun(server.url, 'Is it asked?', { gates: { 'literature-review': 'ask', 'plan-formulation': 'ask' } })
    const { page, complaints, close } = await open(run)
    const first = page.getByRole('region', { name: /^Literature review is at its end/ })
    await first.waitFor({ timeout: 30_000 })
    expect(await page.locator('main section').first().getAttribute('class')).toContain('needs')
    expect(await first.getByText('The lab asks').count()).toBe(1)
    await outcome(page, 'waiting').waitFor()
    await first.getByRole('button', { name: 'go on' }).click()
    await first.waitFor({ state: 'detached' })

    const second = page.getByRole('region', { name: /^Plan formulation is at its end/ })
    await second.waitFor({ timeout: 30_000 })
    await second.getByRole('button', { name: 'Answer in words' }).click()
    await page.keyboard.type('Use <b>more</b> seeds.')
    await second.getByRole('button', { name: 'Send' }).click()
    await second.waitFor({ state: 'detached' })
    const answered = region(page, 'Questions')
    await answered.getByText('Use <b>more</b> seeds.').waitFor()
    expect(await answered.getByText('web answered').count()).toBe(2)
    await strip(page)
      .getByRole('link', { name: /^Data, attempt 1, (running|ended)/ })
      .waitFor({ timeout: 30_000 })
    expect(complaints).toEqual([])
    await close()
  })

  test('while it waits, an earlier moment is shown and left again with Back to live, and the question stays until it is answered', async () => {
    const run = await startRun(server.url, 'Does it wait?', asksFirst)
    expect(await isWaiting(run)).toBe(true)
    const { page, close } = await open(run)
    const question = page.getByRole('region', { name: /^Literature review is at its end/ })
    await question.waitFor()
    await page.getByRole('slider').focus()
    await page.keyboard.press('Home')
    await region(page, 'The moment shown').waitFor()
    expect(await question.count()).toBe(1)
    await region(page, 'Timeline').getByRole('button', { name: 'Back to live' }).click()
    await expect.poll(() => momentSaid(page)).toMatch(/^live, /)
    await question.getByRole('button', { name: 'stop' }).click()
    await outcome(page, 'partial').waitFor({ timeout: 20_000 })
    await close()
  })

  test('it is paused, resumed and stopped with the buttons of its page', async () => {
    const run = await startRun(server.url, 'Can it be held?')
    const { page, complaints, close } = await open(run)
    await button(page, 'Pause').click()
    await outcome(page, 'paused').waitFor({ timeout: 20_000 })
    await expect.poll(() => status(run)).toBe('paused')
    await button(page, 'Resume').click()
    await button(page, 'Stop').click()
    await outcome(page, 'stopped').waitFor({ timeout: 20_000 })
    await expect.poll(() => status(run)).toBe('stopped')
    expect(await button(page, 'Stop').count()).toBe(0)
    expect(complaints).toEqual([])

    // As many runs as the server drives at once: one more is refused, and the page says so where it was pressed.
    const others = await Promise.all(
      [1, 2, 3, 4].map((number) => startRun(server.url, `Another run, number ${number}`, asksFirst).catch(() => '')),
    )
    expect(others).toContain('')
    await button(page, 'Resume').click()
    await page.locator('.acts-of-run .refused').getByText('4 runs are driven here already').waitFor()
    expect(await button(page, 'Resume').isEnabled()).toBe(true)
    await outcome(page, 'stopped').waitFor()
    await close()
  })

  test('a page that is closed on the way changes nothing: the run goes on to its question, and was never let go of', async () => {
    const own = keptFolder()
    const other = await serve(own)
    const run = await startRun(other.url, 'Does it need a viewer?', { gates: { 'plan-formulation': 'ask' } })
    const { page, close } = await openPage(browser, `${other.url}/runs/${run}`)
    await region(page, 'People').waitFor()
    await close()
    expect(await until(async () => (await summaryOf(other.url, run)).status === 'waiting', 45_000)).toBe(true)
    const types = (await logOf(other.url, run)).map(({ event }) => event.type)
    expect(types).not.toContain('run-halt')
    expect(types.filter((type) => type === 'run-start')).toHaveLength(1)
    await other.stop()
  })
})
