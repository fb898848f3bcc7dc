import type { Candidate } from './from-facts.ts'
import { type Numeral, numeralsOf } from './numeral.ts'
import type { SettingText } from './source.ts'
import { shared, stemsOf, windowAt } from './words-near.ts'

/** A number that somebody set, and the words that say what it is. */
type Setting = {
  setting: SettingText
  value: number
  percent: boolean
  at: number
  line: string
  text: string
  stems: ReadonlySet<string>
  beside: ReadonlySet<string>
}

const isCode = ({ place }: SettingText) => place === 'dataset' || place === 'program'

/** In code the name in front says what a number is: `hidden: 16`, `rate = 0.03`, `"smoothing":[0,0.1]`. */
const nameBefore = /(?<name>[\p{L}_][\p{L}\p{N}_-]*)["']?\s*(?:[:=]|=>)\s*(?:\[[^\]]{0,400})?[^\p{L}\]]{0,40}$/u

/** A function's argument and a sentence of a comment say it with the words of the line. */
const stemsInCode = (text: string, at: number, line: string): Set<string> => {
  const name = nameBefore.exec(text.slice(Math.max(0, at - 480), at))?.groups?.name
  return stemsOf(name ?? (/^\s*(?:\/\/|#|\*|\/\*)/.test(line) ? line : ''))
}

const mostChars = 200_000
/** Letters to each side of a number: its neighbours, and what it is about. */
const [close, wide] = [26, 70]

const readSettings = (setting: SettingText): Setting[] => {
  const text = setting.text.slice(0, mostChars)
  return numeralsOf(text).flatMap((numeral) =>
    numeral.readings.slice(0, 1).map(({ value }) => {
      const from = text.lastIndexOf('\n', numeral.start - 1) + 1
      const to = text.indexOf('\n', numeral.end)
      const line = text.slice(from, to === -1 ? text.length : to)
      const stems = isCode(setting) ? stemsInCode(text, numeral.start, line) : stemsOf(windowAt(text, numeral, wide))
      const beside = isCode(setting) ? stems : stemsOf(windowAt(text, numeral, close))
      return { setting, value, percent: numeral.percent, at: numeral.start - from, line, text: numeral.text, stems, beside }
    }),
  )
}

const read = new WeakMap<SettingText, Setting[]>()
const settingsIn = (setting: SettingText): Setting[] => {
  const known = read.get(setting) ?? readSettings(setting)
  read.set(setting, known)
  return known
}

const near = (one: number, other: number) => Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other))

/** 20 % may have been set as 0.2, and the other way round. */
const same = (numeral: Numeral, { value, percent }: Setting): boolean =>
  numeral.readings.some(
    (reading) =>
      near(reading.value, value) ||
      (numeral.percent && !percent && near(reading.value, value * 100)) ||
      (percent && !numeral.percent && near(reading.value * 100, value)),
  )

/** Equal numbers that are called by the same words: one right beside, and in prose another one close by. */
export const settingCandidates = (numeral: Numeral, settings: readonly SettingText[], text: string): Candidate[] => {
  const beside = stemsOf(windowAt(text, numeral, close))
  const around = stemsOf(windowAt(text, numeral, wide))
  return settings.flatMap(settingsIn).flatMap((found): Candidate[] => {
    if (!same(numeral, found)) return []
    const words = shared(found.stems, around)
    if (shared(found.beside, beside).length === 0 || words.length < (isCode(found.setting) ? 1 : 2)) return []
    return [
      {
        source: { type: 'setting', setting: found.setting, line: found.line, at: found.at, text: found.text, words },
        score: 1.5 + Math.min(3, words.length),
      },
    ]
  })
}
