import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptFolder } from '../../support/temporary.ts'
import { axeOn } from '../axe.ts'
import { openPage, startBrowser, widerBy } from '../browser.ts'
import { built } from '../built.ts'
import { rehearsed } from '../rehearsed.ts'
import { type Served, serve } from '../serve.ts'
import { focused, viewersOwn } from './in-page.ts'
import { button, moment, runNamed } from './lab.ts'

const { browser, why } = await startBrowser()
const [whole, asks] = ['Does label smoothing help a small classifier?', 'Should a run ask before it spends?']
const [full, looking] = ['a-token-for-those-who-may-do-things', 'a-token-for-those-who-only-look-on']

describe.skipIf(!browser)(`every page${why ? ` (skipped: ${why})` : ''}`, () => {
  if (!browser) return
  const runs = keptFolder()
  let server: Served
  let [ended, waiting] = ['', '']
  beforeAll(async () => {
    await built()
    server = await serve(runs)
    await rehearsed(server.url, [
      { topic: whole },
      { topic: asks, config: { gates: { 'literature-review': 'ask' }, people: { 'wait-seconds': 0 } } },
    ])
    ended = await runNamed(server.url, whole)
    waiting = await runNamed(server.url, asks)
  })
  afterAll(async () => {
    await server.stop()
    await browser.close()
  })

  /** Each page: its address, what shows that it is drawn, and the dialogs that it can open. */
  const pages = (): { name: string; path: string; drawn: (page: Page) => Promise<void>; dialogs: readonly string[] }[] => [
    { name: 'runs', path: '/', drawn: (page) => page.getByRole('link', { name: whole }).waitFor(), dialogs: ['? keys'] },
    { name: 'agents', path: '/agents', drawn: (page) => page.locator('main .filled').first().waitFor(), dialogs: [] },
    { name: 'a run that waits', path: `/runs/${waiting}`, drawn: (page) => page.locator('.needs .question').waitFor(), dialogs: ['Note'] },
    {
      name: 'a run that ended',
      path: `/runs/${ended}`,
      drawn: (page) => page.locator('.run-head .complete').waitFor(),
      dialogs: ['? keys'],
    },
    { name: 'record', path: `/runs/${ended}/record#e300`, drawn: (page) => page.locator('.detail').waitFor(), dialogs: [] },
    { name: 'paper', path: `/runs/${ended}/paper`, drawn: (page) => page.locator('a.ev-n').first().waitFor(), dialogs: [] },
    { name: 'a paper not yet written', path: `/runs/${waiting}/paper`, drawn: (page) => page.locator('main h1').waitFor(), dialogs: [] },
    { name: 'a run that is not there', path: '/runs/nobody', drawn: (page) => page.locator('main h1').waitFor(), dialogs: [] },
  ]
  const grounds = [
    ['light', 1440],
    ['dark', 1440],
    ['dark', 390],
    ['light', 390],
  ] as const

  test.each([
    'runs',
    'agents',
    'a run that waits',
    'a run that ended',
    'record',
    'paper',
    'a paper not yet written',
    'a run that is not there',
  ])('%s: axe finds nothing in either theme, wide and narrow, dialogs open and closed', async (name) => {
    const found = pages().find((one) => one.name === name)
    if (!found) throw new Error(`no page ${name}`)
    const { path, drawn, dialogs } = found
    const { page, close } = await openPage(browser, server.url + path, { bypassCSP: true, reducedMotion: 'reduce' })
    await drawn(page)
    for (const [colorScheme, width] of grounds) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 844 })
      expect(await axeOn(page), `${name}, ${colorScheme}, ${width}`).toEqual([])
      expect(await widerBy(page), `${name}, ${width}`).toBeLessThanOrEqual(0)
      for (const dialog of dialogs) {
        await button(page, dialog).click()
        await page.getByRole('dialog').waitFor()
        expect(await axeOn(page), `${name}, ${dialog}, ${colorScheme}, ${width}`).toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
    }
    await close()
  })

  test('a run that is not there is said in the page; a path that is not there is 404 and never the page', async () => {
    const { page, close } = await openPage(browser, `${server.url}/runs/nobody`)
    await page.getByRole('heading', { name: 'There is no run nobody here.' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: 'All runs' }).click()
    await page.getByRole('link', { name: whole }).waitFor()
    await close()
    for (const path of ['/nothing', '/runs', '/runs/nobody/else', '/record', '/index.html', '/assets/nothing.js', '/v1/nothing']) {
      const answer = await fetch(server.url + path, { headers: { accept: 'text/html' } })
      expect(answer.status, path).toBe(404)
      expect(await answer.text(), path).not.toMatch(/<div id="app"|theme-first/)
    }
  })

  /** Sentences of English that the viewer says; what models and people wrote stays as it is. */
  const english =
    /\b(Runs|Agents|Record|Paper|Needs you|Answer in words|People|Speaking|Said last|Programs|Questions|Budget|Spent so far|Papers|Searches|Files|Reviews|Draft|Literature review|Interpretation|Finished|Outcome|Complete|Partial|Waiting|Start the lab|Search the record|Contents|Take away|keys|attempt|started|waiting|Back to live|To the end)\b/

  test.each([
    ['Español', 'es', 'Ejecuciones', []],
    ['Français', 'fr', 'Exécutions', ['Agents', 'Questions']],
  ] as const)('%s: nothing of the viewer is left in English, on any page', async (name, tongue, runsWord, cognates) => {
    const { page, complaints, close } = await openPage(browser, server.url)
    await button(page, name).click()
    await page.locator('header.bar').getByText(runsWord).waitFor()
    for (const { name: shown, path, drawn } of pages().slice(0, -1)) {
      if (path !== '/') await page.goto(server.url + path)
      await drawn(page)
      const said = cognates.reduce((text, word) => text.replaceAll(word, ''), await viewersOwn(page))
      const left = english.exec(said)
      expect(left && said.slice(Math.max(0, left.index - 60), left.index + 60), shown).toBeNull()
      expect(await page.getAttribute('html', 'lang')).toBe(tongue)
    }
    expect(complaints).toEqual([])
    await close()
  })

  test('without a mouse: the form comes in the order in which it is read, and the focus is always seen', async () => {
    const { page, close } = await openPage(browser, server.url, { reducedMotion: 'reduce' })
    await page.getByRole('link', { name: whole }).waitFor()
    const stops: string[] = []
    for (let step = 0; step < 14; step += 1) {
      await page.keyboard.press('Tab')
      const { name, seen } = await focused(page)
      stops.push(name.trim())
      expect(seen, `the focus is not seen on ${name}`).toBe(true)
    }
    const order = [
      'Skip to content',
      'Runs',
      'Agents',
      'What should the lab find out?',
      'Start the lab',
      'Model',
      'Time',
      'Money',
      'Calls',
      'Ask me before',
      'Language of the paper',
    ]
    const places = order.map((name) => stops.findIndex((stop) => stop.startsWith(name)))
    expect(places, stops.join(' | ')).toEqual(places.toSorted((a, b) => a - b))
    expect(places, stops.join(' | ')).not.toContain(-1)
    await close()
  })

  test.each(['Escape', 'the cross'])(
    'the list of keys opens with ? and closes with %s, and the focus goes back to where it was',
    async (way) => {
      const { page, close } = await openPage(browser, `${server.url}/runs/${waiting}`)
      const held = button(page, 'Resume')
      await expect.poll(() => held.isEnabled(), { timeout: 10_000 }).toBe(true)
      await held.focus()
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      if (way === 'Escape') await page.keyboard.press('Escape')
      else await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect((await focused(page)).name.trim()).toBe('Resume')
      await close()
    },
  )

  test('who asked for less motion sees none, also while a run is played', async () => {
    const { page, close } = await openPage(browser, `${server.url}/runs/${ended}`, { reducedMotion: 'reduce' })
    await page.locator('.run-head .complete').waitFor()
    await page.getByRole('slider').focus()
    await page.keyboard.press('Home')
    await page.getByRole('radio', { name: '16×' }).check()
    await button(page, 'Play').click()
    await expect.poll(() => moment(page), { timeout: 5000 }).toBeGreaterThan(1)
    expect(await page.evaluate('document.getAnimations().length')).toBe(0)
    await close()
  })

  test('a token in the address opens a run and leaves the address; who may only look on can press nothing that changes', async () => {
    const guarded = await serve(runs, ['--token', full, '--audience-token', looking])
    const mayAct = await openPage(browser, `${guarded.url}/runs/${waiting}?token=${full}`)
    await mayAct.page.locator('.needs .question').waitFor()
    expect(mayAct.page.url()).toBe(`${guarded.url}/runs/${waiting}`)
    await expect.poll(() => button(mayAct.page, 'go on').isEnabled()).toBe(true)
    expect(mayAct.complaints).toEqual([])
    await mayAct.close()
    const looksOn = await openPage(browser, `${guarded.url}/runs/${waiting}?token=${looking}`)
    await looksOn.page.locator('.needs .question').waitFor()
    await looksOn.page.getByText('Read-only', { exact: true }).waitFor()
    expect(looksOn.page.url()).not.toContain(looking)
    for (const name of ['go on', 'stop', 'Answer in words', 'Note', 'Resume'])
      expect(await button(looksOn.page, name).isDisabled(), name).toBe(true)
    await looksOn.close()
    await guarded.stop()
  })
})
