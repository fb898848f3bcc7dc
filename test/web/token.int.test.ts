import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gal } from '../support/gal.ts'
import { keptFolder } from '../support/temporary.ts'
import { openPage, startBrowser } from './browser.ts'
import { built } from './built.ts'
import { type Served, serve } from './serve.ts'

const { browser, why } = await startBrowser()
const [full, looking] = ['a-token-for-those-who-may-do-things', 'a-token-for-those-who-only-look-on']

describe.skipIf(!browser)(`a server that asks for a token${why ? ` (skipped: ${why})` : ''}`, () => {
  if (!browser) return
  const runs = keptFolder()
  let server: Served
  beforeAll(async () => {
    await built()
    const args = ['--model', 'rehearsal', '--plain', '--no-serve', '--set', 'gates.plan-formulation=ask', '--set', 'people.wait-seconds=0']
    await gal(['run', 'A run behind a token', '--runs', runs, ...args], { cwd: runs })
    server = await serve(runs, ['--token', full, '--audience-token', looking])
  })
  afterAll(async () => {
    await server.stop()
    await browser.close()
  })

  test('the token of the address opens the page, and leaves the address and the history', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/?token=${full}`)
    await page.getByRole('link', { name: 'A run behind a token' }).waitFor()
    await page.getByText(/^Live/).waitFor()
    expect(page.url()).toBe(`${server.url}/`)
    await page.reload()
    await page.getByRole('link', { name: 'A run behind a token' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('an agent is executed with it, too', async () => {
    const { page, close } = await openPage(browser, `${server.url}/agents?token=${full}`)
    await page.getByRole('button', { name: 'Run one cycle' }).click()
    await page.getByText('2 actions').waitFor()
    await close()
  })

  test('without a token the page asks for one, and opens with it', async () => {
    const { page, close } = await openPage(browser, server.url)
    await page.getByText('This server asks for a token.').waitFor()
    await page.getByLabel('Token').fill(full)
    await page.getByRole('button', { name: 'Open' }).click()
    await page.getByRole('link', { name: 'A run behind a token' }).waitFor()
    await close()
  })

  test('who may only look on is told so, and finds the buttons off', async () => {
    const { page, close } = await openPage(browser, `${server.url}/?token=${looking}`)
    await page.getByRole('link', { name: 'A run behind a token' }).waitFor()
    await page.getByText('Read-only', { exact: true }).waitFor()
    await page.getByText('You are watching with a read-only link.').waitFor()
    expect(await page.getByRole('button', { name: 'Start the lab' }).isDisabled()).toBe(true)
    await page.goto(`${server.url}/agents`)
    await page.getByText('You are watching with a read-only link.').waitFor()
    expect(await page.getByRole('button', { name: 'Run one cycle' }).isDisabled()).toBe(true)
    await close()
  })
})
