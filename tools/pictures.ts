import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { gal } from '../test/support/gal.ts'
import { openPage, startBrowser } from '../test/web/browser.ts'
import { built } from '../test/web/built.ts'
import { serve } from '../test/web/serve.ts'

// Makes the pictures of the README anew, in docs/pictures: two rehearsals, one of them stopped at a question, as a browser shows them.
// node tools/pictures.ts

const folder = join(import.meta.dirname, '../docs/pictures')
const heldAt = ['--set', 'gates.results-interpretation=ask', '--set', 'people.wait-seconds=0']

type Picture = {
  file: string
  colorScheme: 'light' | 'dark'
  topic: string
  more: readonly string[]
  page: '' | '/paper'
  /** Brings the page to what the picture shows. */
  ready: (page: Page) => Promise<void>
}

const pictures: readonly Picture[] = [
  {
    file: 'lab-light.png',
    colorScheme: 'light',
    topic: 'Does label smoothing help a small classifier when a fifth of the labels are wrong?',
    more: heldAt,
    page: '',
    ready: async (page) => {
      await page.locator('.needs .question').waitFor()
      await page.locator('.curve canvas').waitFor()
    },
  },
  {
    file: 'paper-dark.png',
    colorScheme: 'dark',
    topic: 'Does label smoothing help a small classifier?',
    more: [],
    page: '/paper',
    ready: async (page) => {
      await page.locator('a.ev-n.derived').nth(1).click()
      await page.locator('.found .value').waitFor()
    },
  },
]

const { browser, why } = await startBrowser()
if (!browser) throw new Error(why)
await built()
const runs = mkdtempSync(join(tmpdir(), 'gal-pictures-'))
const begin = ({ topic, more }: Picture) =>
  gal(['run', topic, '--runs', runs, '--model', 'rehearsal', '--plain', '--no-serve', ...more], { cwd: runs })
await Promise.all(pictures.map(begin))
const server = await serve(runs)
const { runs: listed } = (await (await fetch(`${server.url}/v1/runs`)).json()) as { runs: { run: string; topic: string }[] }
mkdirSync(folder, { recursive: true })
for (const { file, colorScheme, topic, page: of, ready } of pictures) {
  const address = `${server.url}/runs/${listed.find((run) => run.topic === topic)?.run}${of}`
  const { page, close } = await openPage(browser, address, { colorScheme, reducedMotion: 'reduce' })
  await ready(page)
  await page.evaluate('document.fonts.ready')
  // Nothing is lit by a pointer that the picture does not show.
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(folder, file) })
  console.log(`${join('docs/pictures', file)}: ${Math.ceil(statSync(join(folder, file)).size / 1024)} kB`)
  await close()
}
await server.stop()
await browser.close()
rmSync(runs, { recursive: true, force: true })
