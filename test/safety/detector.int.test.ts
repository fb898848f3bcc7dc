import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from '../web/browser.ts'
import { payloads } from './payloads.ts'
import { watchedPage } from './watched-page.ts'

const { browser, why } = await startBrowser()

/** What the other tests of this folder would say of a page that does not escape: without it their silence would mean nothing. */
describe.skipIf(!browser)(`the detector${why ? ` (skipped: ${why})` : ''}`, () => {
  if (!browser) return
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>x</title><p>${payloads[Number(request.url?.slice(1))]?.text ?? ''}`)
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(async () => {
    server.close()
    await browser.close()
  })

  test('notices each payload that runs, or asks another host, on a page that puts it in as it is', async () => {
    const { port } = server.address() as AddressInfo
    const missed: string[] = []
    for (const [place, { name, bites }] of payloads.entries()) {
      if (!bites) continue
      const watched = await watchedPage(browser, `http://127.0.0.1:${port}/${place}`)
      const done = async () => watched.noted.some((deed) => !deed.startsWith('console')) || (await watched.pwned().catch(() => true))
      await expect
        .poll(done, { timeout: 3000 })
        .toBe(true)
        .catch(() => missed.push(name))
      await watched.close()
    }
    expect(missed).toEqual([])
  })

  test('notices by its audit what waits for a click', async () => {
    const { port } = server.address() as AddressInfo
    const place = payloads.findIndex(({ name }) => name === 'a link that is a script')
    const watched = await watchedPage(browser, `http://127.0.0.1:${port}/${place}`)
    expect(await watched.deeds()).toContain('link javascript:__pwned=1')
    await watched.close()
  })
})
