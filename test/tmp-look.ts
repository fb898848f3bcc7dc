import { startBrowser } from '/work/main/test/web/browser.ts'
import { readFileSync } from 'node:fs'
const { browser, why } = await startBrowser()
if (!browser) throw new Error(why)
const page = await browser.newPage({ viewport: { width: 800, height: 450 } })
await page.setContent(`<style>body{margin:0}</style><img src="data:image/webp;base64,${readFileSync('/tmp/film.webp').toString('base64')}">`)
for (const ms of [300, 5000, 6000, 6000]) { await page.waitForTimeout(ms); await page.screenshot({ path: `/tmp/see-${ms}-${Date.now()%1000}.png` }) }
await browser.close()
