import type { Page } from 'playwright-core'

// What is run within the page is text: its names are the browser's, and those of Node know nothing of them.

/** Every text of the viewer itself: not what others wrote, which is in the serif, and not what has an address, which is in mono. */
export const viewersOwn = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const foreign = '.langs, [lang]:not(html), code, pre, script, style, noscript'
    const isOwn = (element) => /^"?Hanken/.test(getComputedStyle(element).fontFamily) && !element.closest(foreign)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const said = []
    while (walker.nextNode()) if (isOwn(walker.currentNode.parentElement)) said.push(walker.currentNode.textContent)
    // A mark of the timeline quotes the log.
    const named = [...document.querySelectorAll('[aria-label]')].filter((element) => !element.closest('.langs, [lang]:not(html), .marks'))
    return [...said, ...named.map(({ ariaLabel }) => ariaLabel)].join('\\n')
  })()`)

/** What has the focus, and whether it is in the window and looks otherwise than without. */
export const focused = (page: Page): Promise<{ name: string; seen: boolean }> =>
  page.evaluate(`(() => {
    const element = document.activeElement
    const look = () => {
      const { outlineStyle, outlineWidth, borderBottomWidth, boxShadow } = getComputedStyle(element)
      return [outlineStyle === 'none' ? 'none' : outlineWidth, borderBottomWidth, boxShadow].join()
    }
    const withFocus = look()
    const { top, bottom } = element.getBoundingClientRect()
    element.blur()
    const without = look()
    element.focus()
    const name = element.labels?.[0]?.textContent || element.ariaLabel || element.textContent || ''
    return { name, seen: withFocus !== without && bottom > 0 && top < innerHeight }
  })()`)

/** Writes down each entry that the timeline comes to from now on; gives the function that tells them. */
export const watchMoments = async (page: Page): Promise<() => Promise<number[]>> => {
  await page.evaluate(`
    moments = []
    slider = document.querySelector('[role=slider]')
    new MutationObserver(() => moments.push(Number(slider.ariaValueNow))).observe(slider, { attributeFilter: ['aria-valuenow'] })
  `)
  return () => page.evaluate('moments')
}

/** How many animations of the style sheets move something now. */
export const moving = (page: Page): Promise<number> =>
  page.evaluate("document.getAnimations().filter((one) => one.constructor.name === 'CSSAnimation').length")

/** The rows of the record that are drawn, each as the number and the event of its entry. */
export const rowsDrawn = (page: Page): Promise<[seq: number, name: string][]> =>
  page.evaluate(`[...document.querySelectorAll('.ev')].map((row) => [Number(row.dataset.seq), row.querySelector('.name').textContent])`)

/** What the lab page shows to be going on: phases at work, people at work, and the curve in words. */
export const goingOn = (page: Page): Promise<{ phases: string[]; people: string[]; curve: string | null }> =>
  page.evaluate(`({
    phases: [...document.querySelectorAll('.strip a.leg.now')].map(({ ariaLabel }) => ariaLabel.split(',')[0]),
    people: [...document.querySelectorAll('.people li.on .who')].map(({ textContent }) => textContent),
    curve: document.querySelector('.curve[aria-label]')?.ariaLabel ?? null,
  })`)
