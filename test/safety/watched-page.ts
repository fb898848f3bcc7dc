import type { Browser, Page } from 'playwright-core'

/** What a page did that it should not have done, in words. */
export type Deeds = string[]

/** Writes down every breach of the policy in the page, and the place that made it, from before its first script on. */
const noteBreaches = `
  globalThis.__breaches = []
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, columnNumber }) =>
    globalThis.__breaches.push([violatedDirective, blockedURI, sourceFile, lineNumber, columnNumber].join(' ')))
`

/** Elements and attributes that no text may become. Own scripts and sheets are those of the built page. */
const audit = `(() => {
  const bad = []
  const own = (address) => new URL(address, location.href).origin === location.origin
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName
    if (['iframe', 'frame', 'object', 'embed', 'base', 'audio', 'video', 'source', 'marquee', 'animate'].includes(name)) bad.push(name)
    if (name === 'script' && !(element.src && own(element.src))) bad.push('script ' + element.outerHTML.slice(0, 80))
    if (name === 'meta' && element.httpEquiv.toLowerCase() === 'refresh') bad.push('refresh')
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) bad.push(name + ' ' + attribute)
      const leads = ['href', 'xlink:href', 'src', 'srcset', 'action', 'formaction', 'data', 'poster'].includes(attribute)
      if (!leads) continue
      const address = URL.canParse(value, location.href) ? new URL(value, location.href) : undefined
      const isLink = name === 'a' && attribute === 'href'
      if (isLink && !['http:', 'https:', 'mailto:'].includes(address?.protocol)) bad.push('link ' + value)
      if (!isLink && address && !['blob:', 'data:'].includes(address.protocol) && !own(value)) bad.push(name + ' ' + value)
    }
  }
  return bad
})()`

/**
 * Opens an address in a context of its own and watches everything that could run or leave: dialogs, `__pwned`, errors of the
 * console, breaches of the policy, other windows, other addresses, requests to any host but this one. `deeds` asks the page, too.
 */
export const watchedPage = async (browser: Browser, url: string) => {
  const { host } = new URL(url)
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
  const noted: Deeds = []
  const note = (deed: string) => void (noted.includes(deed) || noted.push(deed))
  await context.addInitScript(noteBreaches)
  const isForeign = (address: URL) => /^https?:$/.test(address.protocol) && address.host !== host
  // Routes see what would really be sent: what a policy refuses comes as a breach instead.
  await context.route(isForeign, (route) => {
    note(`asked ${route.request().url()}`)
    return route.abort()
  })
  await context.routeWebSocket(
    (address) => address.host !== host,
    (route) => note(`opened ${route.url()}`),
  )
  const page = await context.newPage()
  context.on('page', (other) => note(`a window ${other.url()}`))
  page.on('dialog', (dialog) => {
    note(`dialog ${dialog.message()}`)
    return dialog.dismiss()
  })
  page.on('pageerror', (error) => note(`error ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(`console ${message.text()}`)
  })
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && /^https?:/.test(frame.url()) && new URL(frame.url()).host !== host) note(`went to ${frame.url()}`)
  })
  await page.goto(url)

  const pwned = () => page.evaluate<boolean>('globalThis.__pwned !== undefined')
  const inPage = async (): Promise<Deeds> => [
    ...((await pwned()) ? ['__pwned is set'] : []),
    ...(await page.evaluate<string[]>('globalThis.__breaches')).map((breach) => `breach ${breach}`),
    ...(await page.evaluate<string[]>(audit)),
  ]
  return {
    page,
    /** What was noted from outside alone. */
    noted,
    pwned,
    deeds: async (): Promise<Deeds> => [...new Set([...(await inPage()), ...noted])],
    close: () => context.close(),
  }
}
export type WatchedPage = { page: Page; deeds: () => Promise<Deeds> }
