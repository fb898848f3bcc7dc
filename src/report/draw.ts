import type { TopLevelSpec } from 'vega-lite'
import { oneLine } from './plain.ts'

/** Never the reader's: the same numbers give the same picture everywhere. */
const locale = {
  number: { decimal: '.', thousands: ',', grouping: [3], currency: ['$', ''] as [string, string], minus: '−' },
}

const xml = (text: string): string =>
  oneLine(text).replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark)

/**
 * A Vega-Lite picture as SVG with this description for those who cannot see it. The same picture gives the same bytes: the
 * document holds no ids. Vega is loaded at the first call.
 */
export const drawSvg = async (spec: TopLevelSpec, description: string): Promise<string> => {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')])
  const view = new vega.View(vega.parse(compile(spec, { config: { locale }, logger: vega.logger(vega.Error) }).spec), {
    renderer: 'none',
    logLevel: vega.Error,
  })
  const svg = await view.toSVG()
  view.finalize()
  return `${svg.replace('<svg ', `<svg role="img" aria-label="${xml(description)}" `)}\n`
}
