import { clock } from '../../words/format.ts'
import type { Axis } from './axis.ts'
import type { Label } from './ticks-of.ts'

/** In ms. In whole seconds, moments of a shorter run that lie far apart on the axis would be told alike. */
const short = 20_000

/** Whether the time at work along an axis is short. Idle time takes next to no room, so it does not count. */
export const isShort = ({ stretches }: Pick<Axis, 'stretches'>): boolean =>
  stretches.reduce((sum, { from, to, squeezed }) => (squeezed ? sum : sum + to - from), 0) < short

/** Seconds with their tenths: 0:03.4. */
const inTenths = (seconds: number): string => {
  // Rounded to thousandths first: 0.3 s are stored as a hair less, and would be told as 0.2.
  const tenths = Math.max(0, Math.floor(Math.round(seconds * 1000) / 100))
  return `${clock(Math.floor(tenths / 10))}.${tenths % 10}`
}

/** How the times under an axis are told: all in tenths once one of them lies between two seconds. */
export const clockOfLabels = (labels: readonly Label[]): ((seconds: number) => string) =>
  clockOf(labels.some(({ kind, seconds }) => kind === 'time' && !Number.isInteger(seconds)))

/** How times along an axis are told. */
export const clockOf = (isPrecise: boolean): ((seconds: number) => string) => (isPrecise ? inTenths : clock)
