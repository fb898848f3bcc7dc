import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LabEvent } from '../../../../src/core/events/index.ts'
import { openSqliteEventLog } from '../../../../src/store/sqlite-event-log.ts'
import { keptFolder } from '../../../../test/support/temporary.ts'
import { openPage, startBrowser } from '../../../../test/web/browser.ts'
import { built } from '../../../../test/web/built.ts'
import { type Served, serve } from '../../../../test/web/serve.ts'

const { browser, why } = await startBrowser()

const tag = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
const word = 'w'.repeat(400)
const paper = { source: 'folder', authors: [tag], abstract: tag }
const turn = { id: 'plan-formulation.1.0.0', role: 'postdoc' } as const
const usage = { input: 1, output: 1, cost: 0 }

/** A run in which everything that a model, a source or a person can write tries to be more than words, or has no place to break. */
const events: readonly LabEvent[] = [
  { type: 'model-choose', model: `openai:${word}`, why: tag },
  { type: 'phase-start', phase: 'plan-formulation', attempt: 1 },
  { type: 'turn-start', ...turn, step: 0, ask: tag, told: tag, reserve: 1 },
  { type: 'turn-reply', id: turn.id, text: JSON.stringify({ command: 'dialogue', text: `${tag} ${word}` }), model: tag, usage },
  {
    type: 'search-end',
    turn: turn.id,
    query: tag,
    source: 'folder',
    status: 'ok',
    papers: [
      { ...paper, id: 'folder:1', title: `one ${tag}`, url: 'javascript:document.title=3' },
      { ...paper, id: 'folder:2', title: `two ${word}`, url: 'https://example.org/paper' },
    ],
  },
  { type: 'paper-add', turn: turn.id, id: 'folder:1', note: tag },
  { type: 'paper-add', turn: turn.id, id: 'folder:2', note: word },
  {
    type: 'plan-accept',
    turn: turn.id,
    text: `# ${tag}\n\n![x](https://example.org/x.png) [y](javascript:document.title=4)\n\n${tag} ${word}`,
  },
  { type: 'question-ask', id: 'q', text: `${tag} ${word}`, options: [tag, word], blocks: true },
  { type: 'note-add', by: tag, text: `${tag} ${word}` },
  { type: 'artifact-write', name: `report/${word}.md`, sha256: 'a', bytes: 1 },
]

describe.skipIf(!browser)(`words that would be more than words${why ? ` (skipped: ${why})` : ''}`, () => {
  if (!browser) return
  let server: Served
  beforeAll(async () => {
    await built()
    const runs = keptFolder()
    const log = openSqliteEventLog(join(runs, 'gal.sqlite'), { clock: () => Date.now(), alive: () => false })
    const start = { topic: `${tag} ${word}`, seed: 1, language: 'en', version: '0', config: {}, configHash: '' }
    log.create('hostile', { type: 'run-start', ...start, changed: [`${tag}=${word}`] })
    const held = log.acquire('hostile', { pid: 1, started: '', host: '' })
    if (!('lease' in held)) throw new Error('the run is held')
    log.append(held.lease, events, 0)
    log.release(held.lease)
    log.close()
    server = await serve(runs)
  })
  afterAll(async () => {
    await server?.stop()
    await browser.close()
  })

  test('are shown as words, and a link of a source that is none of the web is no link', async () => {
    const { page, complaints, close } = await openPage(browser, `${server.url}/runs/hostile`)
    await page.getByRole('heading', { level: 1 }).getByText(tag).waitFor()
    await page.locator('.papers').getByText(`one ${tag}`).waitFor()
    expect(await page.title()).toBe('hostile · Lab · gal')
    expect(await page.locator('main img, main script, main a[href^="javascript"]').count()).toBe(0)
    const link = page.getByRole('link', { name: /^two w/ })
    expect([await link.getAttribute('href'), await link.getAttribute('rel')]).toEqual(['https://example.org/paper', 'noopener noreferrer'])
    expect(await page.locator('.papers a[target]').count()).toBe(1)
    expect(complaints).toEqual([])
    await close()
  })

  test.each([1440, 900, 390])('long words break, so that nothing is wider than a page of %i', async (width) => {
    const { page, close } = await openPage(browser, `${server.url}/runs/hostile`, { viewport: { width, height: 900 } })
    await page.locator('.papers').first().waitFor()
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll('main :not(.visually-hidden)')]
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
        .map((element) => `${element.tagName} ${element.className}`),
    )
    expect(beyond).toEqual([])
    await close()
  })
})
