/** A hyphen before a number becomes the minus sign that it stands for. */
const signed = (text: string): string => text.replace(/^-/u, '−')

/**
 * A number as people read it: with so many decimals, or with more where it would otherwise read as zero.
 * Without decimals it is written as it was set.
 */
export const numeral = (value: number, decimals?: number): string => {
  if (decimals === undefined || value === 0) return signed(String(value))
  const first = -Math.floor(Math.log10(Math.abs(value)))
  const text = value.toFixed(Math.min(20, Math.max(decimals, first)))
  return Number(text) === 0 ? '0' : signed(text)
}

const smallest = 0.001

/** A p-value after its sign: "= 0.034", "< 0.001". */
export const pValue = (p: number): string => (p < smallest ? `< ${numeral(smallest)}` : `= ${Number(p.toPrecision(3))}`)

/** "a", "a and b", "a, b and c" with the language's word for and. */
export const series = (items: readonly string[], and: string): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`

/** The least p-value that a two-sided test over all patterns of signs can give: 2 patterns of 2^pairs. "2/32 = 0.0625", "2/4096 ≈ 0.000488" */
export const leastP = (pairs: number): string => {
  const patterns = 2 ** pairs
  const [exact, short] = [2 / patterns, Number((2 / patterns).toPrecision(3))]
  return `2/${patterns} ${exact === short ? '=' : '≈'} ${short}`
}

/** A share as a percentage, without what rounding adds: 0.07 is "7". */
export const percent = (share: number): string => numeral(Number((100 * share).toPrecision(12)))

/** Text from outside as one line that cites nothing. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').replaceAll('[@', '[').trim()

/** Ends a sentence that may lack its full stop. */
export const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`)
