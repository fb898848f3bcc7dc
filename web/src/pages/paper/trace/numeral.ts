/** One way to read a numeral. `digits` counts those that say something: no zeros in front. */
export type Reading = { value: number; decimals: number; digits: number }

/** A number as it stands in a text, from `start` to before `end`. Several readings where a comma may group or divide. */
export type Numeral = { start: number; end: number; text: string; readings: readonly Reading[]; percent: boolean; below: boolean }

const token = /[−-]?(?:\d(?:[\d.,\u00a0\u202f]*\d)?|\.\d+)(?:e[+-]?\d+)?/giu

/** What stands in front of digits that belong to a name, a version or an id, not to a number. */
const nameBefore = /(?:[\p{L}\p{N}_#@]|[\p{L}\p{N}_][-−.:]|[.,]\d*)$/u
/** Letters that may follow a number without a space: units, and thousands and millions. */
const unitAfter = /^(?:[kM]|x|ms|s|min|h|px|GB|MB|kB|pp|nats|bits)(?![\p{L}\p{N}])/u
const times: Readonly<Record<string, number>> = { k: 1e3, M: 1e6 }

const read = (digits: string, decimalMark: string): Reading => {
  const plain = decimalMark === ',' ? digits.replace(/[.\u00a0\u202f]/g, '').replace(',', '.') : digits.replace(/[,\u00a0\u202f]/g, '')
  const [mantissa = ''] = plain.split(/e/i)
  const [, fraction = ''] = mantissa.split('.')
  const power = Number(/e(?<power>[+-]?\d+)$/i.exec(plain)?.groups?.power ?? 0)
  return { value: Number(plain), decimals: fraction.length - power, digits: mantissa.replace(/[-.]/g, '').replace(/^0+/, '').length }
}

/** The shapes of digits that are a number, and how each may be read: '.' or ',' divides. */
const shapes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\d+$/, ['.']],
  [/^[1-9]\d{0,2}\.\d{3}$/, ['.', ',']],
  [/^\d*\.\d+$/, ['.']],
  [/^[1-9]\d{0,2},\d{3}$/, ['.', ',']],
  [/^[1-9]\d{0,2}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?$/, ['.']],
  [/^[1-9]\d{0,2}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?$/, [',']],
  [/^\d+,\d+$/, [',']],
]

/** Zeros at the end of a long whole number may say that it was rounded: 66100 for 66123. */
const roundedInteger = (digits: string): Reading[] => {
  const { kept = '', zeros = '' } = /^-?(?<kept>[1-9]\d{2,}?)(?<zeros>0+)$/.exec(digits)?.groups ?? {}
  return kept.length + zeros.length >= 5 ? [{ value: Number(digits), decimals: -zeros.length, digits: kept.length }] : []
}

const readingsOf = (digits: string): Reading[] => {
  const unsigned = digits.replace(/^-/, '')
  const [mantissa = ''] = unsigned.split(/e/i)
  const [, marks = []] = shapes.find(([shape]) => shape.test(mantissa)) ?? []
  return [...marks.map((mark) => read(digits, mark)), ...roundedInteger(digits)].filter(({ value }) => Number.isFinite(value))
}

const scaled = (reading: Reading, factor: number): Reading => ({
  ...reading,
  value: reading.value * factor,
  decimals: reading.decimals - Math.round(Math.log10(factor)),
})

const signed = /^[−-]/
/** A dash between two numbers is a range, not a minus. */
const signOf = (found: string, before: string): string => (signed.test(found) && !/[\p{L}\p{N})\]%]$/u.test(before) ? '-' : '')

const numeralAt = (text: string, found: string, place: number): Numeral[] => {
  const before = text.slice(Math.max(0, place - 24), place)
  const sign = signOf(found, before)
  const dash = signed.test(found) && sign === ''
  const start = dash ? place + 1 : place
  const body = found.replace(signed, '')
  const end = place + found.length
  const after = text.slice(end, end + 24)
  if (nameBefore.test(before) && !(dash && /\d$/.test(before))) return []
  const [unit = ''] = unitAfter.exec(after) ?? []
  if (/^[\p{L}_]/u.test(after) && unit === '') return []
  if (/^\.\d/.test(after)) return []
  const readings = readingsOf(sign + body).map((reading) => scaled(reading, times[unit] ?? 1))
  if (readings.length === 0) return []
  const percent =
    /^\s*(?:%|per ?cent|percentage points?|points? of percentage|por ciento|puntos porcentuales|points? de pourcentage)/iu.test(after)
  return [{ start, end, text: text.slice(start, end), readings, percent, below: /[<≤]\s*$/.test(before) }]
}

/** Digits with several commas that group nothing are a list: 10,20,30. */
const pieces = (found: string, place: number): { found: string; place: number }[] => {
  if (!found.includes(',') || readingsOf(found.replace(signed, '')).length > 0) return [{ found, place }]
  return [...found.matchAll(/[^,]+/g)].map((piece) => ({ found: piece[0], place: place + piece.index }))
}

/** The numbers of a text in their order. Digits inside names (`ResNet-18`), versions, ids and words are none. */
export const numeralsOf = (text: string): Numeral[] =>
  [...text.matchAll(token)]
    .flatMap((match) => pieces(match[0], match.index).map((piece) => ({ ...piece, whole: match.index })))
    .flatMap(({ found, place, whole }) => (place === whole ? numeralAt(text, found, place) : numeralAfterComma(text, found, place)))

const numeralAfterComma = (text: string, found: string, place: number): Numeral[] => {
  const readings = readingsOf(found)
  const end = place + found.length
  return readings.length
    ? [{ start: place, end, text: text.slice(place, end), readings, percent: /^\s*%/.test(text.slice(end)), below: false }]
    : []
}

/** Whether a value, rounded as the numeral is, gives the numeral. */
export const shows = ({ value, decimals }: Reading, exact: number): boolean =>
  Math.abs(exact - value) <= 0.5 * 10 ** -decimals * (1 + 1e-9) + Math.abs(exact) * 1e-12
