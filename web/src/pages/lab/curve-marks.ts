import type uPlot from 'uplot'
import type { Curve } from './curve-points.ts'
import type { Inks } from './inks.ts'

export type Shown = { curve: Curve; best: string | null; lit: string | null }
type Parts = { inks: Inks; shown: Shown; font: string; reference: (attempt: string) => string }

const disc = (pen: CanvasRenderingContext2D, x: number, y: number, radius: number): void => {
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
}

const cross = (pen: CanvasRenderingContext2D, x: number, y: number, arm: number): void => {
  pen.beginPath()
  pen.moveTo(x - arm, y - arm)
  pen.lineTo(x + arm, y + arm)
  pen.moveTo(x + arm, y - arm)
  pen.lineTo(x - arm, y + arm)
}

/** A ring around the mark of the program that is hovered or focused. */
const ring = (pen: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string, width: number): void => {
  disc(pen, x, y, radius)
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.stroke()
}

/** What uPlot does not draw: a dot for each score, a ring for the best, a cross for a failure, and the name of an earlier line. */
export const drawMarks = (plot: uPlot, { inks, shown: { curve, best, lit }, font, reference }: Parts): void => {
  const { ctx: pen } = plot
  const one = uPlotRatio(plot)
  const low = plot.scales.y?.min ?? 0
  const high = plot.scales.y?.max ?? 1
  const xOf = (time: number): number => plot.valToPos(time, 'x', true)
  const yOf = (score: number): number => plot.valToPos(score, 'y', true)
  pen.save()
  for (const { time, score, program, attempt } of curve.points) {
    const leads = program === best
    const earlier = attempt !== curve.points.at(-1)?.attempt
    pen.fillStyle = leads ? inks.first : earlier ? inks.rule : inks.second
    disc(pen, xOf(time), yOf(score), (leads ? 5 : 3.5) * one)
    pen.fill()
    if (leads) ring(pen, xOf(time), yOf(score), 7.5 * one, inks.first, 1.5 * one)
    if (program === lit) ring(pen, xOf(time), yOf(score), 10.5 * one, inks.link, 2 * one)
  }
  for (const { time, program, kind } of curve.marks) {
    const [x, y] = [xOf(time), yOf(low + (high - low) * 0.06)]
    if (kind === 'running') {
      pen.fillStyle = inks.lamp
      disc(pen, x, y, 4 * one)
      pen.fill()
    } else {
      pen.strokeStyle = inks.bad
      pen.lineWidth = 1.75 * one
      cross(pen, x, y, 3.5 * one)
      pen.stroke()
    }
    if (program === lit) ring(pen, x, y, 10.5 * one, inks.link, 2 * one)
  }
  pen.font = font.replace('12px', `${12 * one}px`)
  pen.fillStyle = inks.second
  pen.strokeStyle = inks.paper
  pen.lineWidth = 4 * one
  for (const { attempt, steps } of curve.lines.slice(0, -1)) {
    const last = steps.at(-1)
    if (last) label(plot, reference(String(attempt)), xOf(last.time) + 10 * one, yOf(last.score))
  }
  pen.restore()
}

/** Words above a line, or below where there is no room above; with a rim of paper, so that what lies behind does not run into them. */
const label = (plot: uPlot, text: string, x: number, y: number): void => {
  const { ctx: pen, bbox } = plot
  const one = uPlotRatio(plot)
  const base = y - 20 * one > bbox.top ? y - 7 * one : y + 16 * one
  pen.lineJoin = 'round'
  pen.textAlign = 'left'
  pen.textBaseline = 'alphabetic'
  pen.strokeText(text, x, base)
  pen.fillText(text, x, base)
}

/** Canvas pixels in a CSS pixel, as uPlot made its canvas. */
const uPlotRatio = (plot: uPlot): number => plot.ctx.canvas.width / plot.width
