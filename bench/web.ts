import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { WebSocket } from 'ws'
import { writeBigLog } from '../test/web/big-log.ts'
import { startBrowser } from '../test/web/browser.ts'
import { built } from '../test/web/built.ts'
import { serve } from '../test/web/serve.ts'

/** `node bench/web.ts`: a run of 100,000 events, from a real `gal serve` in a real browser. It prints figures and holds nobody to them. */
const entries = 100_000
const run = 'big'
const print = (what: string, value: number, unit: string) => console.log(`${what.padEnd(60)} ${value.toFixed(1).padStart(9)} ${unit}`)

/** What a viewer is told that comes from `after`: milliseconds until it has caught up, and how many bytes that were. */
const subscribe = async (url: string, after: number): Promise<{ ms: number; bytes: number }> => {
  const socket = new WebSocket(url.replace('http', 'ws'), ['gal.v1'], { perMessageDeflate: false })
  await new Promise((resolve) => socket.once('open', resolve))
  socket.send(JSON.stringify({ type: 'hello', id: 'h', client: 'bench' }))
  const begin = performance.now()
  let bytes = 0
  socket.send(JSON.stringify({ type: 'subscribe', id: 's', run, after }))
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      bytes += data.length
      if (data.includes('"type":"caught-up"')) resolve()
    })
  })
  socket.terminate()
  return { ms: performance.now() - begin, bytes }
}

/** Frames a second while something moves, by the page's own clock of frames. */
const framesWhile = async (page: Page, move: () => Promise<void>): Promise<number> => {
  await page.evaluate(
    'globalThis.__frames = []; (function tick(at) { globalThis.__frames.push(at); requestAnimationFrame(tick) })(performance.now())',
  )
  await move()
  const times = await page.evaluate<number[]>('globalThis.__frames.splice(0)')
  return ((times.length - 1) * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0))
}

/** Of the server, which names its process in the folder of runs; in MiB, where there is a /proc. */
const memory = (folder: string): number => {
  const { pid } = JSON.parse(readFileSync(join(folder, 'gal-serve.json'), 'utf8')) as { pid: number }
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

const inBrowser = async (url: string): Promise<void> => {
  const { browser, why } = await startBrowser()
  if (!browser) return console.log(why)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  for (const path of ['', '/record']) {
    await page.goto(`${url}/runs/${run}${path}`)
    const painted = () => page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    while ((await painted()) === 0) await page.waitForTimeout(20)
    print(`first paint of ${path === '' ? 'the lab' : 'the record'}`, await painted(), 'ms')
    await page.locator('h1, .ev').first().waitFor()
    print('  until something of the run stands there', await page.evaluate<number>('performance.now()'), 'ms')
  }
  await page.locator('.find-row output', { hasText: '100,000 of 100,000' }).waitFor({ timeout: 120_000 })
  const list = await page.locator('.ev').first().boundingBox()
  await page.mouse.move((list?.x ?? 0) + 50, (list?.y ?? 0) + 50)
  const scrolled = await framesWhile(page, async () => {
    for (let step = 0; step < 100; step += 1) {
      await page.mouse.wheel(0, step % 2 === 0 ? 1500 : 900)
      await page.waitForTimeout(16)
    }
  })
  print('scrolling the record', scrolled, 'frames/s')
  const box = await page.getByRole('slider').boundingBox()
  if (!box) throw new Error('the timeline is missing')
  const dragged = await framesWhile(page, async () => {
    await page.mouse.move(box.x + box.width - 10, box.y + box.height / 2)
    await page.mouse.down()
    for (let step = 0; step < 100; step += 1) await page.mouse.move(box.x + (box.width * (100 - step)) / 100, box.y + box.height / 2)
    await page.mouse.up()
  })
  print('dragging the playhead', dragged, 'frames/s')
  await browser.close()
}

await built()
const folder = mkdtempSync(join(tmpdir(), 'gal-bench-'))
writeBigLog(join(folder, 'gal.sqlite'), run, entries)
const server = await serve(folder)
try {
  print('server before anyone asks, memory', memory(folder), 'MiB')
  const first = await subscribe(server.url, 0)
  print('the first viewer from nothing, by a snapshot', first.ms, 'ms')
  print('  its size', first.bytes / 1024, 'KiB')
  print('the second', (await subscribe(server.url, 0)).ms, 'ms')
  print('one that comes back after a gap of 50,000', (await subscribe(server.url, 50_000)).ms, 'ms')
  print('one that comes back after a gap of 9,000, event by event', (await subscribe(server.url, entries - 9000)).ms, 'ms')
  print('server afterwards, memory', memory(folder), 'MiB')
  await inBrowser(server.url)
} finally {
  await server.stop()
  rmSync(folder, { recursive: true })
}
