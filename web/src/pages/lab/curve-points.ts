import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'

/** One score, `time` seconds after the start of the run. `best`: it was the highest of its attempt when it was given. */
export type CurvePoint = { time: number; score: number; program: string; attempt: number; best: boolean }
/** A program that failed or still runs: it has a time and no score. */
export type CurveMark = { time: number; program: string; kind: 'failed' | 'running' }
/** The best score so far, as steps: it holds until the next, and the last one until `until`. */
export type CurveLine = { attempt: number; steps: readonly CurvePoint[]; until: number }
export type Curve = { points: readonly CurvePoint[]; marks: readonly CurveMark[]; lines: readonly CurveLine[]; end: number }

type Shown = Pick<ViewerState, 'curve' | 'programs' | 'startedAt'>

const operators = new Set(['draft', 'improve', 'repair'])

/** What the curve draws, up to `now` (ms since 1970). */
export const curveOf = ({ curve, programs, startedAt }: Shown, now: number): Curve => {
  const start = Date.parse(startedAt)
  const since = (at: string | number): number => Math.max(0, ((typeof at === 'number' ? at : Date.parse(at)) - start) / 1000)
  const points = curve.map(({ at, score, program, attempt, best }) => ({ time: since(at), score, program, attempt, best }))
  const marks = programs
    .filter(({ operator, status }) => operators.has(operator) && status !== 'ok')
    .map(
      ({ id, status, endedAt }): CurveMark => ({
        time: since(endedAt ?? now),
        program: id,
        kind: status === 'failed' ? 'failed' : 'running',
      }),
    )
  const attempts = [...new Set(points.map(({ attempt }) => attempt))]
  const lines = attempts.map((attempt, index): CurveLine => {
    const steps = points.filter((point) => point.attempt === attempt && point.best)
    const next = points.find((point) => point.attempt === attempts[index + 1])
    return { attempt, steps, until: next?.time ?? lastTime(points, marks) }
  })
  return { points, marks, lines: lines.filter(({ steps }) => steps.length > 0), end: lastTime(points, marks) }
}

/** A little beyond the last mark, so that it does not lie on the edge. */
const lastTime = (points: readonly CurvePoint[], marks: readonly CurveMark[]): number =>
  Math.max(0.001, ...points.map(({ time }) => time), ...marks.map(({ time }) => time)) * 1.04

/** The point or mark that lies nearest to a place on the drawing, not farther than `reach` pixels. */
export const nearest = <Point extends { x: number; y: number }>(
  points: readonly Point[],
  x: number,
  y: number,
  reach: number,
): Point | undefined => {
  const [first] = points
    .map((point) => ({ point, distance: Math.hypot(point.x - x, point.y - y) }))
    .filter(({ distance }) => distance <= reach)
    .sort((a, b) => a.distance - b.distance)
  return first?.point
}
