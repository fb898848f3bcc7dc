/** How numbers are laid along an axis: `domain` holds all of them, with a little room on both sides. */
export type Axis = { type: 'linear' | 'log'; domain: [number, number] }

/** Beyond these sizes the arithmetic of ticks is no longer exact, or no longer finite. */
const [smallest, greatest] = [1e-100, 1e100]
/** From this ratio of the largest to the smallest on, small values would lie on top of each other on a linear axis. */
const decades = 1000
const room = 0.05

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b))
const sizeOf = (values: readonly number[]) => most(values.map(Math.abs))

/** False also for what is no number, which is neither small nor great. */
const canShow = (values: readonly number[]): boolean => {
  if (values.length === 0) return false
  const size = sizeOf(values)
  return size === 0 || (size >= smallest && size <= greatest)
}

const linear = (values: readonly number[]): Axis => {
  const [low, high, size] = [least(values), most(values), sizeOf(values)]
  const span = high - low > 1e-9 * size ? high - low : 2 * size || 2
  return { type: 'linear', domain: [low - room * span, high + room * span] }
}

/** A linear axis for these numbers; undefined when no axis can show them. */
export const linearAxis = (values: readonly number[]): Axis | undefined => (canShow(values) ? linear(values) : undefined)

/** The axis for measured values: logarithmic when all are above zero and some are a thousand times as large as others. */
export const axisOf = (values: readonly number[]): Axis | undefined => {
  if (!canShow(values)) return undefined
  const [low, high] = [least(values), most(values)]
  if (low < smallest || high / low < decades) return linear(values)
  return { type: 'log', domain: [low / 1.5, high * 1.5] }
}

/** The nearest number that the axis holds. */
export const within = ({ domain: [low, high] }: Axis, value: number): number => Math.min(high, Math.max(low, value))
