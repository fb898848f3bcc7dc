import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core'

/** Flags that would hide what the tests are for: the rules of the web must hold, and one broken page must not take the others along. */
const unwanted = ['--disable-web-security', '--allow-running-insecure-content', '--single-process', '--no-zygote']

const launch = async (): Promise<Browser> =>
  playwright.launch({
    args: chromium.args.filter((flag) => !unwanted.includes(flag)),
    executablePath: await chromium.executablePath(),
  })

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Starts Chromium, or says why it cannot: `describe.skipIf(!started.browser)('… (skipped: ' + started.why + ')')`. The first start
 * unpacks it into the folder for temporary files; another process that does the same at this moment is waited for.
 */
export const startBrowser = async (): Promise<{ browser: Browser; why?: never } | { browser?: never; why: string }> => {
  let why = ''
  for (const pause of [0, 1000, 3000, 8000]) {
    await wait(pause)
    try {
      return { browser: await launch() }
    } catch (error) {
      why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    }
  }
  return { why: `Chromium does not start: ${why}` }
}

/** What a page said that it should not: errors, refused requests, breaches of its content security policy. */
export type Complaints = string[]

/** Opens a page of its own context, and writes down everything that it complains of. */
export const openPage = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: Complaints; close: () => Promise<void> }> => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints: Complaints = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.goto(url)
  return { page, complaints, close: () => context.close() }
}

/** By how many px a page is wider than its window: 0 when nothing has to be scrolled sideways. */
export const widerBy = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - innerWidth')
