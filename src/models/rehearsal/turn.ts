import type { Analysis } from './analyse.ts'

export type Turn = { arm: string; step: number; mean: number; last: number /** The best that any arm had there. */; end: number }

type Found = Omit<Turn, 'last' | 'end'>

/**
 * The best point of the curve over all arms, when it lies before the end and no arm ends better, in the decimals in which
 * people are told of it. Undefined when some arm ends as well as any arm ever was.
 */
export const turnOf = ({ curve, primary }: Pick<Analysis, 'curve' | 'primary'>): Turn | undefined => {
  const sign = primary.better === 'higher' ? 1 : -1
  const worth = (mean: number) => sign * Number(mean.toFixed(primary.decimals))
  const points: Found[] = curve.lines.flatMap(({ arm, points: own }) => own.map(({ step, mean }) => ({ arm, step, mean })))
  const last = Math.max(...points.map(({ step }) => step))
  const bestOf = (some: readonly Found[]) =>
    some.reduce<Found | undefined>((best, next) => (best && worth(best.mean) >= worth(next.mean) ? best : next), undefined)
  const [best, end] = [bestOf(points), bestOf(points.filter(({ step }) => step === last))]
  return best && end && worth(best.mean) > worth(end.mean) ? { ...best, last, end: end.mean } : undefined
}
