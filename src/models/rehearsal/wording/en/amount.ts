import { numeral, percent } from '../../format.ts'
import { confidence } from '../../statistics.ts'
import type { Measure } from '../../studies/study.ts'

type Scale = Pick<Measure, 'unit' | 'decimals'>
type Bounds = { low: number; high: number }

/** "95 % interval" */
export const interval = `${percent(confidence)} % interval`

const differenceUnit = (unit: string | undefined): string | undefined => (unit === '%' ? 'percentage points' : unit)
const withUnit = (text: string, unit: string | undefined): string => (unit === undefined ? text : `${text} ${unit}`)

/** A value: "87.4 %". */
export const level = (value: number, { unit, decimals }: Scale): string => withUnit(numeral(value, decimals), unit)

/** A difference without its direction: "3.1 percentage points". */
export const size = (difference: number, { unit, decimals }: Scale): string =>
  withUnit(numeral(Math.abs(difference), decimals), differenceUnit(unit))

/** A difference with its direction: "0.385 nats lower". */
export const away = (difference: number, scale: Scale): string => {
  if (difference === 0) return 'zero'
  return `${size(difference, scale)} ${difference < 0 ? 'lower' : 'higher'}`
}

/** An interval of differences: "0.271 to 0.531 nats lower", "from 0.3 lower to 0.1 higher". */
export const span = ({ low, high }: Bounds, scale: Scale): string => {
  if (low < 0 && high < 0) return `${numeral(-high, scale.decimals)} to ${away(low, scale)}`
  if (low > 0) return `${numeral(low, scale.decimals)} to ${away(high, scale)}`
  return `from ${away(low, scale)} to ${away(high, scale)}`
}

/** An interval of values: "0.960 to 1.815". */
export const range = ({ low, high }: Bounds, { decimals }: Scale): string => `${numeral(low, decimals)} to ${numeral(high, decimals)}`

/** "1 repetition", "5 repetitions" */
export const count = (n: number, noun: string): string => `${numeral(n)} ${noun}${n === 1 ? '' : 's'}`
