import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptFolder } from '../../../../test/support/temporary.ts'
import { axeOn } from '../../../../test/web/axe.ts'
import { openPage, startBrowser } from '../../../../test/web/browser.ts'
import { built } from '../../../../test/web/built.ts'
import { asking, rehearsed } from '../../../../test/web/rehearsed.ts'
import { type Served, serve } from '../../../../test/web/serve.ts'

const { browser, why } = await startBrowser()

describe.skipIf(!browser)(`the lab page${why ? ` (skipped: ${why})` : ''}`, () => {
  if (!browser) return
  const runs = keptFolder()
  let server: Served
  let listed: { run: string; topic: string }[]
  beforeAll(async () => {
    await built()
    server = await serve(runs)
    await rehearsed(server.url, [
      { topic: 'A run that is whole' },
      { topic: 'A run that asks', config: asking },
      { topic: 'A run that is told something', config: asking },
      { topic: 'A run that is not taken up', config: asking },
      { topic: 'A run that is looked at', config: asking },
      { topic: 'A run with limits', config: { budget: { calls: 12 } } },
    ])
    listed = ((await (await fetch(`${server.url}/v1/runs`)).json()) as { runs: typeof listed }).runs
  })
  afterAll(async () => {
    await server?.stop()
    await browser.close()
  })

  const address = (topic: string): string => `${server.url}/runs/${listed.find((run) => run.topic === topic)?.run}`
  const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
  const open = (topic: string, options: Parameters<typeof openPage>[2] = {}) => openPage(browser, address(topic), options)

  test('a whole run is told with its outcome, both attempts and why the lab went back, and everything names its entry', async () => {
    const { page, complaints, close } = await open('A run that is whole')
    await page.getByRole('heading', { level: 1, name: 'A run that is whole' }).waitFor()
    await page.locator('.run-head .outcome.complete').waitFor()
    const strip = page.getByRole('navigation', { name: 'Phases and attempts' })
    expect(await strip.getByRole('link', { name: /attempt 2, ended/ }).count()).toBe(6)
    expect(await strip.getByRole('link', { name: /^Sent back: The reviewers/ }).count()).toBe(1)
    expect(await strip.getByRole('link', { name: /^Plan, attempt 2/ }).getAttribute('href')).toMatch(/\/record#e\d+$/)
    for (const name of ['People', 'Programs', 'Plan', 'Data', 'Interpretation', 'Draft', 'Reviews', 'Best score so far', 'Papers', 'Files'])
      expect(await section(page, name).locator('a[href*="#e"]').count(), name).toBeGreaterThan(0)
    expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  test.each([
    [1440, 'light'],
    [900, 'dark'],
    [390, 'dark'],
  ] as const)('axe finds nothing at a width of %i (%s), and nothing is wider than the page', async (width, colorScheme) => {
    const { page, close } = await open('A run that asks', { viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
    await section(page, 'Papers').waitFor()
    expect(await axeOn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await close()
  })

  test('a question of a run that nobody drives comes first and says so, and the answer takes the run up again', async () => {
    const { page, complaints, close } = await open('A run that asks')
    const question = page.getByRole('region', { name: /is at its end\. Go on\?/ })
    await question.getByText('The lab asks').waitFor()
    expect(await page.locator('main section').first().getAttribute('class')).toContain('needs')
    await page.locator('.run-head .outcome.waiting').waitFor()
    await question.getByText('Nobody drives the run now. Your answer resumes it.').waitFor()
    await question.getByRole('button', { name: 'go on' }).click()
    await question.waitFor({ state: 'detached' })
    await section(page, 'Questions').getByText('web answered').waitFor()
    await page.getByRole('link', { name: /^Data, attempt 1, ended/ }).waitFor({ timeout: 45_000 })
    expect(complaints).toEqual([])
    await close()
  })

  test('a refusal to take up the run after an answer is said where the question stood, with a way to try again', async () => {
    const { page, close } = await open('A run that is not taken up')
    await page.routeWebSocket(/.*/, (socket) => {
      const server = socket.connectToServer()
      socket.onMessage((message) => {
        const frame: { type: string; id: string } = JSON.parse(String(message))
        if (frame.type !== 'run.resume') return server.send(message)
        const error = { code: 'not-here', message: 'this process does not take up runs', retryable: false }
        socket.send(JSON.stringify({ type: 'result', id: frame.id, ok: false, error }))
      })
    })
    await page.reload()
    await page.locator('.needs').getByRole('button', { name: 'go on', exact: true }).click()
    const kept = page.getByRole('region', { name: 'The answer is kept, but the run was not resumed.' })
    await kept.getByText('this process does not take up runs').waitFor()
    expect(await kept.getByRole('button', { name: 'Resume' }).isEnabled()).toBe(true)
    await page.getByText('its question is answered; Resume goes on with it').waitFor()
    await close()
  })

  test('a note is written and sent with the keyboard alone, for one phase, and the focus goes back to its button', async () => {
    const { page, complaints, close } = await open('A run that is told something')
    const button = page.getByRole('button', { name: 'Note', exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'A note to the lab' })
    await dialog.getByLabel('What should the roles know?').focus()
    await page.keyboard.type('Keep <b>three</b> arms.')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Data')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    const notes = section(page, 'Notes')
    await notes.getByText('Keep <b>three</b> arms.').waitFor()
    await notes.getByText('for Data').waitFor()
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(complaints).toEqual([])
    await close()
  })

  test('an answer in words is sent, and the run is told of it', async () => {
    const { page, close } = await open('A run that is told something')
    await page.getByRole('button', { name: 'Answer in words' }).click()
    await page.keyboard.type('Use more seeds.')
    await page.getByRole('button', { name: 'Send' }).click()
    await section(page, 'Questions').getByText('Use more seeds.').waitFor()
    await close()
  })

  test('a limit that is reached is a full meter, and the reason stands under the topic', async () => {
    const { page, close } = await open('A run with limits')
    await page
      .locator('.run-head .reason')
      .getByText(/12 model calls/)
      .waitFor()
    const meter = page.getByRole('meter', { name: 'Calls' })
    expect(await meter.getAttribute('aria-valuenow')).toBe(await meter.getAttribute('aria-valuemax'))
    await section(page, 'Budget').getByText('used up').waitFor()
    await close()
  })

  test('a program that the pointer meets on the curve is lit in the tree', async () => {
    const { page, close } = await open('A run that is whole')
    const over = page.locator('.curve .u-over')
    await over.scrollIntoViewIfNeeded()
    const box = await over.boundingBox()
    const lit = page.locator('.trow.same')
    for (let x = 2; box && x < box.width && (await lit.count()) === 0; x += 8)
      for (let y = 2; y < box.height && (await lit.count()) === 0; y += 8) await page.mouse.move(box.x + x, box.y + y)
    expect(await lit.count()).toBe(1)
    await close()
  })

  test('the axis shows what was measured with seeds: a tick for each, a dot for each arm, and the same in words', async () => {
    const { page, close } = await open('A run that is whole')
    const programs = section(page, 'Programs')
    expect(await programs.locator('.axis .seed').count()).toBe(0)
    await programs.getByLabel('On the axis').selectOption({ label: 'test-loss, test, nats' })
    const best = programs.locator('.trow.best').first()
    expect([await best.locator('.seed').count(), await best.locator('.mean').count()]).toEqual([48, 4])
    expect(await best.textContent()).toMatch(/smoothing=0\.1 \d\.\d+, 12 seeds/)
    await close()
  })

  test('an earlier moment is named, everything shows it, and one press leads back', async () => {
    const { page, complaints, close } = await open('A run that is whole')
    await page.getByRole('slider').focus()
    await page.keyboard.press('Home')
    const bar = page.getByRole('region', { name: 'The moment shown' })
    await bar.getByText(/This is the lab as it was at/).waitFor()
    await section(page, 'Reviews').getByText('The reviewers will mark the paper here.').waitFor()
    await bar.getByRole('button', { name: 'To the end' }).click()
    await bar.waitFor({ state: 'detached' })
    await section(page, 'Reviews').getByText('Reviewer 1').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('whoever may only look on is told so, and cannot press what would be refused', async () => {
    const guarded = await serve(runs, ['--audience-token', 'only-look-on'])
    const run = listed.find(({ topic }) => topic === 'A run that is looked at')?.run
    const { page, close } = await openPage(browser, `${guarded.url}/runs/${run}?token=only-look-on`)
    await page.getByText('This link allows watching only.').first().waitFor()
    for (const name of ['Note', 'Resume']) expect(await page.getByRole('button', { name, exact: true }).isDisabled(), name).toBe(true)
    const question = page.getByRole('region', { name: /is at its end\. Go on\?/ })
    await question.getByText('A question waits').waitFor()
    expect(await question.getByText('Needs you').count()).toBe(0)
    expect(await question.getByRole('button', { disabled: false }).count()).toBe(0)
    await close()
    await guarded.stop()
  })
})
