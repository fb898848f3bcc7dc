import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gal } from '../support/gal.ts'
import { keptFolder, temporary } from '../support/temporary.ts'
import { axeOn } from './axe.ts'
import { openPage, startBrowser, widerBy } from './browser.ts'
import { built } from './built.ts'
import { asking, rehearsed } from './rehearsed.ts'
import { type Served, serve } from './serve.ts'

const { browser, why } = await startBrowser()
const rehearsal = ['--model', 'rehearsal', '--plain', '--no-serve']
const row = (page: Page, topic: string) => page.getByRole('row').filter({ hasText: topic })

describe.skipIf(!browser)(`the runs page${why ? ` (skipped: ${why})` : ''}`, () => {
  if (!browser) return
  const runs = keptFolder()
  let server: Served
  beforeAll(async () => {
    await built()
    server = await serve(runs)
    await rehearsed(server.url, [
      { topic: 'A run that asks a question', config: asking },
      { topic: 'A run that spends its budget', config: { budget: { calls: 12 } } },
    ])
  })
  afterAll(async () => {
    await server.stop()
    await browser.close()
  })

  test('before the first run it says what to do, and a rehearsal starts with one press', async () => {
    const empty = temporary()
    const fresh = await serve(empty)
    const { page, complaints, close } = await openPage(browser, fresh.url)
    await page.getByText('gal run "Does label smoothing help a small classifier?" --model rehearsal').waitFor()
    await page.getByRole('button', { name: 'start a rehearsal' }).click()
    await page.waitForURL(/\/runs\/does-label-smoothing/)
    await page.goto(fresh.url)
    await row(page, 'Does label smoothing').getByText('Complete').waitFor({ timeout: 45_000 })
    expect(complaints).toEqual([])
    await close()
    await fresh.stop()
  })

  test('runs that need a person come first, and an outcome that is not whole says why', async () => {
    const { page, complaints, close } = await openPage(browser, server.url)
    await row(page, 'A run that asks').getByText('Waiting').waitFor()
    const topics = await page.locator('.runs a.topic').allTextContents()
    expect(topics).toEqual(['A run that asks a question', 'A run that spends its budget'])
    await row(page, 'A run that asks').getByRole('link', { name: 'needs you' }).waitFor()
    expect(await row(page, 'A run that spends').textContent()).toMatch(/the budget of 12 model calls/)
    expect(complaints).toEqual([])
    await close()
  })

  test('a field that is wrong is named where it stands, and nothing is started', async () => {
    const { page, close } = await openPage(browser, server.url)
    await page.getByLabel('Money').fill('two')
    await page.getByText('Give an amount above 0').waitFor({ state: 'detached' })
    await page.getByLabel('Calls').focus()
    await page.getByText('Give an amount above 0').waitFor()
    await page.getByRole('button', { name: 'Start the lab' }).click()
    await page.getByText('Write what the lab should find out.').waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    await close()
  })

  test('what the server refuses is said in place, in its words, and the form keeps what was written', async () => {
    const { page, close } = await openPage(browser, server.url)
    await page.getByLabel('What should the lab find out?').fill('Does it matter?')
    await page.getByLabel('Model').fill('nobody:nothing')
    await page.getByRole('button', { name: 'Start the lab' }).click()
    await page.locator('.new-run output.refused').waitFor()
    expect(await page.locator('.new-run output.refused').textContent()).toMatch(/nobody/)
    expect(await page.getByLabel('What should the lab find out?').inputValue()).toBe('Does it matter?')
    await close()
  })

  test('a run is begun with the form, paused and resumed in the list', async () => {
    const { page, close } = await openPage(browser, server.url)
    await page.getByLabel('What should the lab find out?').fill('How many neighbours should a classifier ask?')
    await page.getByLabel('Model').fill('rehearsal')
    await page.getByLabel('Calls').fill('400')
    await page.getByLabel('What should the lab find out?').press('Enter')
    await page.waitForURL(/\/runs\/how-many-neighbours/)
    await page.getByRole('link', { name: 'Runs', exact: true }).click()
    const mine = row(page, 'How many neighbours')
    await mine.getByRole('button', { name: /^Pause/ }).click()
    await mine.getByText('Paused').waitFor()
    await mine.getByRole('button', { name: /^Resume/ }).click()
    await mine.getByText('Complete').waitFor({ timeout: 45_000 })
    await close()
  })

  test('a server that is lost is said, the list stays, and the page comes back by itself', async () => {
    const own = keptFolder()
    await gal(['run', 'A run that stays', '--runs', own, ...rehearsal, '--set', 'budget.calls=3'], { cwd: own })
    const first = await serve(own)
    const { page, close } = await openPage(browser, first.url)
    await row(page, 'A run that stays').waitFor()
    await first.stop()
    await page.getByText(/Server lost, next try in \d+ s/).waitFor()
    expect(await row(page, 'A run that stays').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Start the lab' }).isDisabled()).toBe(true)
    const second = await serve(own, [], first.port)
    await page.getByText(/^Live/).waitFor({ timeout: 20_000 })
    expect(await page.getByRole('button', { name: 'Start the lab' }).isEnabled()).toBe(true)
    await close()
    await second.stop()
  })

  test('keys lead everywhere, ? lists them, and Esc gives the focus back', async () => {
    const { page, close } = await openPage(browser, server.url)
    await row(page, 'A run that asks').waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).getByText('all runs').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await page.waitForURL(/\/agents$/)
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await page.waitForURL((url) => url.pathname === '/')
    await page.keyboard.press('n')
    await page.keyboard.type('g a')
    expect(await page.getByLabel('What should the lab find out?').inputValue()).toBe('g a')
    await page.reload()
    await page.getByText('Skip to content').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to content')
    await close()
  })

  test('the language of the address, the choice in the foot, and the theme stay over a reload', async () => {
    const { page, close } = await openPage(browser, `${server.url}/?lang=es`)
    await page.getByText('¿Qué debe averiguar el laboratorio?').waitFor()
    await page.getByRole('button', { name: 'Français' }).click()
    await page.goto(server.url)
    await page.getByText('Que doit découvrir le laboratoire ?').waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('fr')
    await page.getByRole('button', { name: /^Thème/ }).click()
    await page.getByRole('button', { name: 'Thème : clair' }).click()
    await page.reload()
    await page.getByRole('button', { name: 'Thème : sombre' }).waitFor()
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
    await close()
  })

  for (const width of [1440, 900, 390])
    for (const colorScheme of ['light', 'dark'] as const)
      test(`nothing is wrong for axe and nothing is wider than the page, ${width} px, ${colorScheme}`, async () => {
        const options = { viewport: { width, height: 900 }, colorScheme, bypassCSP: true }
        const { page, close } = await openPage(browser, server.url, options)
        await row(page, 'A run that asks').waitFor()
        expect(await axeOn(page)).toEqual([])
        expect(await widerBy(page)).toBeLessThanOrEqual(0)
        await page.getByRole('button', { name: 'keys' }).click()
        expect(await axeOn(page)).toEqual([])
        await close()
      })
})
