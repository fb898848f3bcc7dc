// The program's way to report. It lies beside the program as lab.mjs; lab.py is the same for Python.
//
//   import { figure, metric, progress } from './lab.mjs'
//   metric('accuracy', 0.93, { seed: 1, arm: 'baseline', split: 'test' })
//   writeFileSync(figure('loss.svg'), svg)
//   progress(0.5, 'half of the seeds')

import { appendFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname
const lengths = { arm: 80, split: 40, unit: 20 }

const checkText = (field, text, longest) => {
  if (typeof text === 'string' && text.length > 0 && text.length <= longest) return
  throw new TypeError(`lab.metric: ${field} must be a text of 1 to ${longest} characters, and is ${JSON.stringify(text)}`)
}
const checkNumber = (field, number) => {
  if (typeof number === 'number' && Number.isFinite(number)) return
  throw new TypeError(`lab.metric: ${field} must be a finite number, and is ${String(number)}`)
}
const checks = {
  seed: (seed) => {
    if (Number.isSafeInteger(seed)) return
    throw new TypeError(`lab.metric: seed must be a whole number, and is ${String(seed)}`)
  },
  step: (step) => checkNumber('step', step),
  ...Object.fromEntries(Object.entries(lengths).map(([field, longest]) => [field, (text) => checkText(field, text, longest)])),
}

/**
 * Reports one measured number. The lab knows of nothing that is not reported so; it reads no prose.
 * seed: the repetition's random seed; arm: the variant; split: the part of the data; unit; step: the place on a curve.
 * Throws at once when the value is not finite, so that a diverged run is seen where it diverged.
 */
export const metric = (name, value, options = {}) => {
  checkText('name', name, 80)
  checkNumber(`the value of ${name}`, value)
  const given = Object.entries(options).filter(([, option]) => option !== undefined && option !== null)
  for (const [field, option] of given) {
    if (!checks[field]) throw new TypeError(`lab.metric: there is no option ${field}; there are ${Object.keys(checks).sort().join(', ')}`)
    checks[field](option)
  }
  // Opened and closed each time: what is reported is kept, also when the program dies on its next line.
  appendFileSync(join(folder, 'metrics.jsonl'), `${JSON.stringify({ name, value, ...Object.fromEntries(given) })}\n`)
}

/** The path to save a figure under, as in figure('loss.svg'). Figures saved there are part of the result. */
export const figure = (name) => {
  if (typeof name === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name)) return join(folder, name)
  throw new TypeError(`lab.figure: ${JSON.stringify(name)} must be a file name of letters, digits, dots, hyphens and underscores`)
}

/** Says how far the program is, from 0 to 1, to those who watch. */
export const progress = (fraction, text = '') => {
  const part = Math.min(1, Math.max(0, Number(fraction) || 0))
  process.stdout.write(`[${Math.round(100 * part)}%] ${text}\n`)
}
