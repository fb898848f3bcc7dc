import { decodeEntities } from './entities.ts'

/** Elements whose contents no reader sees as text. */
const unseen = ['script', 'style', 'svg', 'nav', 'head', 'template']

const withoutElement = (html: string, name: string): string =>
  html
    .split(new RegExp(`<${name}(?=[\\s>])`, 'i'))
    .map((part, place) => {
      if (place === 0) return part
      const end = part.search(new RegExp(`</${name}\\s*>`, 'i'))
      return end < 0 ? '' : part.slice(part.indexOf('>', end) + 1)
    })
    .join(' ')

/** A page's text, a line per block. Formulas are given as their TeX where the page holds it (as arXiv's pages do). */
export const htmlText = (html: string): string => {
  const visible = unseen.reduce(withoutElement, html.replace(/<!--[\s\S]*?-->/g, ' '))
  const withFormulas = visible.replace(/<math\b[^>]*?\balttext="([^"]*)"[^>]*>/gi, '$1<math>')
  const text = withoutElement(withFormulas, 'math')
  const broken = text.replace(/<\/?(?:p|div|h[1-6]|li|tr|section|article|br|figure|figcaption|table|blockquote)\b[^>]*>/gi, '\n')
  return decodeEntities(broken.replace(/<[^>]*>/g, ''))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
