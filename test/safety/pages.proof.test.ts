import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { keptFolder } from '../support/temporary.ts'
import { startBrowser } from '../web/browser.ts'
import { built } from '../web/built.ts'
import { type Served, serve } from '../web/serve.ts'
import { craftedFiles, writeCraftedRun, writeHarmlessRun, writeLongRun } from './crafted-run.ts'
import { texts } from './payloads.ts'
import { realHostileRun, writeLibrary } from './real-run.ts'
import { type WatchedPage, watchedPage } from './watched-page.ts'

const { browser, why } = await startBrowser()
const sandboxed = spawnSync('bwrap', ['--ro-bind', '/', '/', 'true']).status === 0

const wellFormed = texts.filter((text) => text.isWellFormed())

/** Agents with a payload for each of their words. The rehearsal that they use searches the hostile papers. */
const configWith = (library: string) =>
  stringify({
    model: 'rehearsal',
    sources: { use: ['folder'], folder: { path: library } },
    agents: wellFormed.map((text, place) => ({
      id: `${text.slice(0, 100)} ${place}`,
      name: text,
      description: text,
      instructions: 'label smoothing',
      model: 'rehearsal',
      actions: ['list_runs', 'search_papers'],
    })),
  })

type Entry = { name: string; type: string }

/** Everything that anyone can put into a run, shown in a real browser by a real server: nothing of it runs, nothing is asked of another host. */
describe.skipIf(!browser)(`words that mean harm${why ? ` (skipped: ${why})` : ''}`, () => {
  if (!browser) return
  const runs = keptFolder()
  let server: Served
  let real = ''
  beforeAll(async () => {
    await built()
    if (sandboxed) {
      const { status, out, err } = await realHostileRun(runs)
      expect(status, out + err).toBe(0)
      real = /^Run (\S+)$/m.exec(err)?.[1] ?? ''
    } else writeLibrary(join(runs, 'library'))
    writeCraftedRun(runs, 'crafted')
    writeHarmlessRun(runs, 'harmless')
    writeLongRun(runs, 'long')
    const config = join(runs, 'hostile.yaml')
    writeFileSync(config, configWith(join(runs, 'library')))
    server = await serve(runs, ['--config', config])
  }, 180_000)
  afterAll(async () => {
    await server?.stop()
    await browser.close()
  })

  const opened = (path: string) => watchedPage(browser, server.url + path)
  const head = async (run: string): Promise<number> =>
    ((await (await fetch(`${server.url}/v1/runs/${run}`)).json()) as { events: number }).events

  test('the list of runs', async () => {
    const { page, deeds, close } = await opened('/')
    await page.locator('a.topic').first().waitFor()
    expect(await page.locator('body').innerText()).toContain('<script>__pwned=1</script>')
    expect(await deeds()).toEqual([])
    await close()
  })

  const deedsOfHarmless = async () => {
    const { page, deeds, close } = await opened('/runs/harmless/paper')
    await page.locator('section.abstract').getByText('0.6667').first().waitFor()
    const usual = await deeds()
    await close()
    expect(usual.filter((deed) => !deed.startsWith('breach script-src eval'))).toEqual([])
    return usual
  }

  const tours = [
    ['a run of the lab itself', () => real],
    ['a run made of nothing else', () => 'crafted'],
  ] as const
  const here = tours.map(([name, run]) => [sandboxed || name !== tours[0][0] ? name : `${name} (needs bubblewrap)`, run] as const)

  describe.each(here)('%s', (name, run) => {
    const tried = test.skipIf(name.endsWith('(needs bubblewrap)'))

    tried('the lab page, at its end and at earlier moments', async () => {
      const { page, deeds, close } = await opened(`/runs/${run()}`)
      await page.getByRole('heading', { level: 1 }).getByText('onerror=__pwned=1').waitFor()
      expect(await deeds()).toEqual([])
      for (const summary of await page.locator('details:not([open]) > summary').all())
        await summary.click({ timeout: 2000 }).catch(() => undefined)
      for (const part of ['0.3', '0.6', '0.9']) {
        const box = await page.getByRole('slider').boundingBox()
        if (!box) break
        await page.mouse.click(box.x + box.width * Number(part), box.y + box.height / 2)
        expect(await deeds()).toEqual([])
      }
      await close()
    })

    tried(
      'the record, each entry opened, read and as stored',
      async () => {
        const { page, deeds, close } = await opened(`/runs/${run()}/record#e1`)
        const last = await head(run())
        for (const form of ['Read', 'As stored']) {
          await page.locator('.forms').getByText(form, { exact: true }).click()
          for (let seq = 1; seq <= last; seq += 1) {
            await page.evaluate(`location.hash = '#e${seq}'`)
            await page.getByRole('heading', { name: `Entry ${seq}`, exact: true }).waitFor()
            await page.locator('.form[aria-busy="false"]').waitFor()
            if (seq % 10 === 0 || seq === last) expect(await deeds(), `entry ${seq}`).toEqual([])
          }
        }
        await page.getByRole('searchbox').fill('onerror')
        await page.locator('.ev mark').first().waitFor()
        expect(await deeds()).toEqual([])
        await close()
      },
      120_000,
    )

    tried('the paper, with the evidence of each number and each citation opened', async () => {
      const { page, deeds, close } = await opened(`/runs/${run()}/paper`)
      await page.locator('section.abstract').getByText('onerror=__pwned=1').first().waitFor()
      // Two libraries ask once whether they may compile; the policy says no on every paper, whatever is written in it.
      const usual = await deedsOfHarmless()
      const unusual = async () => (await deeds()).filter((deed) => !usual.includes(deed))
      expect(await unusual()).toEqual([])
      const numbers = await page.locator('.ev-n').count()
      for (let step = 0; step < Math.min(numbers, 60); step += 1) {
        await page.keyboard.press('j')
        await page.locator('aside.evidence:not(.idle)').waitFor()
      }
      expect(await unusual()).toEqual([])
      for (const citation of await page.locator('a.cite').all()) {
        await citation.click()
        await page.locator('aside.evidence:not(.idle)').waitFor()
      }
      expect(await unusual()).toEqual([])
      await close()
    })
  })

  /** Whether something is seen, and still there once the whole record has come. */
  const stays = async (page: Page, part: Locator): Promise<boolean> => {
    if (
      !(await part.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      ))
    )
      return false
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(1500)
    return part.isVisible()
  }

  describe('long words', () => {
    test('the lab page shows a judgement of 2,000 characters', async () => {
      const { page, close } = await opened('/runs/long')
      const stayed = await stays(page, page.getByRole('heading', { level: 1, name: 'A long judgement' }))
      await close()
      expect(stayed).toBe(true)
    })
  })

  test('agents, each of them chosen, and a cycle of one that finds hostile papers', async () => {
    const { page, deeds, close } = await opened('/agents')
    await page.locator('.pick a').first().waitFor()
    expect(await page.locator('.pick a').count()).toBeGreaterThan(wellFormed.length)
    for (const agent of await page.locator('.pick a').all()) await agent.click()
    expect(await deeds()).toEqual([])
    await page.locator('.pick a').nth(3).click()
    await page.getByRole('button', { name: 'Run one cycle' }).click()
    await page.locator('.results').waitFor()
    expect(await page.locator('.results').innerText()).toContain('__pwned')
    expect(await deeds()).toEqual([])
    await close()
  })

  test('addresses that are payloads: of a run, and of an agent', async () => {
    const { page, noted, pwned, close } = await opened('/')
    for (const [place, text] of wellFormed.entries()) {
      const path = (place % 2 === 0 ? '/runs/' : '/agents?agent=') + encodeURIComponent(text)
      await page.goto(server.url + path)
      await page.locator('main').getByText(/./).first().waitFor()
      expect(await pwned(), path).toBe(false)
    }
    expect(noted.filter((deed) => !/status of 40[04]/.test(deed))).toEqual([])
    await close()
  }, 120_000)

  /** A file opened by itself. The policy of its answer may refuse things aloud: what counts is that nothing ran and nothing left. */
  const outcomeOf = async ({ page }: Pick<WatchedPage, 'page'>, noted: readonly string[]) => [
    ...noted.filter((deed) => !deed.startsWith('console')),
    ...((await page.evaluate('globalThis.__pwned !== undefined')) ? ['__pwned is set'] : []),
  ]

  test.each(craftedFiles)('the file %s, opened by itself', async (file) => {
    const address = `${server.url}/v1/runs/crafted/artifacts/${encodeURIComponent(file)}`
    const answer = await fetch(address)
    expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([200, 'nosniff'])
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox/)
    const watched = await watchedPage(browser, `${server.url}/healthz`)
    // What is only offered for download opens no page, and goto says so.
    await watched.page.goto(address).catch((error: Error) => expect(error.message).toMatch(/Download|ERR_ABORTED/))
    await watched.page.waitForTimeout(200)
    expect(await outcomeOf(watched, watched.noted)).toEqual([])
    await watched.close()
  })

  test.skipIf(!sandboxed)('every file of the run of the lab itself, opened by itself (needs bubblewrap)', async () => {
    const state = (await (await fetch(`${server.url}/v1/runs/${real}/events?after=0&limit=1000`)).json()) as { events: { event: Entry }[] }
    const names = state.events.flatMap(({ event }) => (event.type === 'artifact-write' ? [event.name] : []))
    expect(names).toContain('report/figures/arms.svg')
    for (const name of names) {
      const watched = await watchedPage(browser, `${server.url}/healthz`)
      await watched.page
        .goto(`${server.url}/v1/runs/${real}/artifacts/${encodeURIComponent(name)}`)
        .catch((error: Error) => expect(error.message).toMatch(/Download|ERR_ABORTED/))
      expect(await outcomeOf(watched, watched.noted), name).toEqual([])
      await watched.close()
    }
  })
})
