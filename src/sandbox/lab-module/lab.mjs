// The program's way to learn what it was given and to report. It lies beside the program as lab.mjs; lab.py is the same for Python.
//
//   import * as lab from './lab.mjs'
//   for (const seed of lab.seeds) {                                       // repeat everything for each
//     lab.metric('accuracy', 0.93, { seed, arm: 'baseline', split: 'valid' })
//     lab.predict('valid', predicted, { seed, arm: 'proposed' })           // where gal holds the answers back
//     lab.progress(0.5, 'half of the seeds')
//     if (lab.deadline() < 10) break                                       // seconds that are left
//   }
//   lab.table('results', [{ arm: 'baseline', accuracy: 0.93 }])            // makes results.csv
//   writeFileSync(lab.figure('loss.svg'), svg)
//   writeFileSync(lab.artifact('model.json'), JSON.stringify(model))
//
// Whatever is wrong with what is handed in throws at once, so that the run stops where it went wrong.

import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname
const lengths = { arm: 80, split: 40, unit: 20 }
const ownNames = 'lab.py lab.mjs main.py main.mjs dataset.py dataset.mjs metrics.jsonl predictions.jsonl seeds.json limits.json result.json'
const own = new Set([...ownNames.split(' '), 'train.csv', 'valid.csv', 'test.csv'])
const handedIn = new Set()

const read = (name, otherwise) => (existsSync(join(folder, name)) ? JSON.parse(readFileSync(join(folder, name), 'utf8')) : otherwise)

/** The random seeds to repeat everything for: those that the lab chose, or 0 to 4. */
export const seeds = read('seeds.json', [0, 1, 2, 3, 4])

const { seconds = Number.POSITIVE_INFINITY } = read('limits.json', {})
const began = Number.isFinite(seconds) ? statSync(join(folder, 'limits.json')).mtimeMs / 1000 : 0

const shown = (value) => (typeof value === 'object' || typeof value === 'string' ? JSON.stringify(value) : String(value))

const checkText = (field, text, longest, who = 'metric') => {
  if (typeof text === 'string' && text.length > 0 && text.length <= longest) return
  throw new TypeError(`lab.${who}: ${field} must be a text of 1 to ${longest} characters, and is ${JSON.stringify(text)}`)
}
const checkNumber = (field, number) => {
  if (typeof number === 'number' && Number.isFinite(number)) return
  throw new TypeError(`lab.metric: ${field} must be a finite number, and is ${String(number)}`)
}
const checkSeed = (seed, who = 'metric') => {
  if (Number.isSafeInteger(seed)) return
  throw new TypeError(`lab.${who}: seed must be a whole number, and is ${String(seed)}`)
}
const checks = {
  seed: (seed, who) => checkSeed(seed, who),
  step: (step) => checkNumber('step', step),
  ...Object.fromEntries(Object.entries(lengths).map(([field, longest]) => [field, (text, who) => checkText(field, text, longest, who)])),
}

/** The options that were given, checked. */
const checked = (who, names, options) => {
  const given = Object.entries(options).filter(([, option]) => option !== undefined && option !== null)
  for (const [field, option] of given) {
    if (!names.includes(field)) throw new TypeError(`lab.${who}: there is no option ${field}; there are ${names.join(', ')}`)
    checks[field](option, who)
  }
  return Object.fromEntries(given)
}

// Opened and closed each time: what is reported is kept, also when the program dies on its next line.
const add = (name, line) => appendFileSync(join(folder, name), `${JSON.stringify(line)}\n`)

/**
 * Reports one measured number. The lab knows of nothing that is not reported so; it reads no prose.
 * seed: the repetition's random seed; arm: the variant; split: the part of the data; unit; step: the place on a curve.
 * Throws at once when the value is not finite, so that a diverged run is seen where it diverged.
 */
export const metric = (name, value, options = {}) => {
  checkText('name', name, 80)
  checkNumber(`the value of ${name}`, value)
  add('metrics.jsonl', { name, value, ...checked('metric', Object.keys(checks).sort(), options) })
}

/** How many rows a CSV file has below its header. A line end within quotes ends no row. */
const rowsOf = (split) => {
  const path = join(folder, `${split}.csv`)
  if (!['valid', 'test'].includes(split) || !existsSync(path))
    throw new RangeError(
      `lab.predict: ${shown(split)} is no split to hand predictions in for; there are 'valid' and 'test', where their files are`,
    )
  let [count, within] = [0, false]
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.split('"').length % 2 === 0) within = !within
    if (!within && line.trim() !== '') count += 1
  }
  return count - 1
}

const isValue = (value) => (typeof value === 'string' ? value.length <= 200 : typeof value === 'number' && Number.isFinite(value))

/**
 * Hands in one prediction for each row of valid.csv or test.csv, in their order; the lab scores them itself.
 * values: numbers, or class labels as train.csv has them; an array, or a typed array.
 * seed, arm: as for metric. Each split, seed and arm is handed in once.
 */
export const predict = (split, values, options = {}) => {
  const rows = rowsOf(split)
  const isList = Array.isArray(values) || (ArrayBuffer.isView(values) && values[Symbol.iterator])
  if (!isList || values.length !== rows) {
    const what = isList ? `${values.length} of them` : typeof values
    throw new RangeError(`lab.predict: values must be a list of ${rows} values, one for each row of ${split}.csv, and is ${what}`)
  }
  const plain = Array.from(values, (value) => (['boolean', 'bigint'].includes(typeof value) ? String(value) : value))
  const at = plain.findIndex((value) => !isValue(value))
  if (at >= 0)
    throw new TypeError(`lab.predict: values[${at}] must be a finite number or a text of up to 200 characters, and is ${shown(plain[at])}`)
  const { seed, arm } = checked('predict', ['arm', 'seed'], options)
  const line = { split, seed, arm }
  const key = JSON.stringify(line)
  if (handedIn.has(key))
    throw new RangeError(`lab.predict: predictions for ${key} were handed in before; give seed and arm to tell them apart`)
  handedIn.add(key)
  add('predictions.jsonl', { ...line, values: plain })
}

const pathOf = (who, name) => {
  if (typeof name !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name))
    throw new TypeError(`lab.${who}: ${JSON.stringify(name)} must be a file name of letters, digits, dots, hyphens and underscores`)
  if (own.has(name)) throw new RangeError(`lab.${who}: ${name} is a file of the lab; take another name`)
  return join(folder, name)
}

/** The path to save a figure under, as in figure('loss.svg'). Figures saved there are part of the result. */
export const figure = (name) => pathOf('figure', name)

/** The path to save any other file under, as in artifact('model.json'). It is part of the result. */
export const artifact = (name) => pathOf('artifact', name)

const cell = (field, value) => {
  const plain = value === undefined || value === null ? '' : value
  const isPlain = ['string', 'boolean', 'bigint'].includes(typeof plain) || (typeof plain === 'number' && Number.isFinite(plain))
  if (!isPlain) throw new TypeError(`lab.table: ${field} must be a text, a finite number, a truth or null, and is ${shown(plain)}`)
  if (typeof plain !== 'string') return String(plain)
  // A spreadsheet would calculate what begins so. A number as text is only a number.
  const risky = /^(?:[\t\r]|\s*[=+\-@])/.test(plain) && !/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(plain)
  const safe = risky ? `'${plain}` : plain
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Writes rows, a list of objects, as the CSV file of this name. null leaves a cell empty. */
export const table = (name, rows) => {
  const path = pathOf('table', String(name).endsWith('.csv') ? name : `${name}.csv`)
  const isRow = (row) => typeof row === 'object' && row !== null && !Array.isArray(row) && Object.keys(row).length > 0
  if (!Array.isArray(rows) || rows.length === 0 || !rows.every(isRow))
    throw new TypeError('lab.table: rows must be a list of objects, one at least, each with the columns as keys')
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row, at) => columns.map((column) => cell(`rows[${at}][${shown(column)}]`, row[column])))
  const text = [columns.map((column) => cell('a column', column)), ...lines].map((cells) => `${cells.join(',') || '""'}\n`).join('')
  writeFileSync(path, text)
  return path
}

/** Seconds until the program is ended, 0 at the least; infinite where there is no limit. Stop well before it is 0. */
export const deadline = () => Math.max(0, began + seconds - Date.now() / 1000)

/** Says how far the program is, from 0 to 1, to those who watch: a line such as "[50%] half of the seeds". */
export const progress = (fraction, text = '') => {
  const part = Math.min(1, Math.max(0, Number(fraction) || 0))
  process.stdout.write(
    `[${Math.round(100 * part)}%] ${String(text)
      .split(/\r\n|\r|\n/)
      .join(' ')}\n`,
  )
}
