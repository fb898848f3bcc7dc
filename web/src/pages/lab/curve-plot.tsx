import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { curveOptions, curveSeries, placesOn } from './curve-options.ts'
import { type Curve, nearest } from './curve-points.ts'
import { inks } from './inks.ts'
import { setLit, useLit } from './lit.ts'
import { useTheme } from './use-theme.ts'
import { labWords } from './words.ts'

const height = 184
/** How near the pointer must come to a mark to light it, in CSS pixels. */
const reach = 18

type CurvePlotProps = { curve: Curve; best: string | null; label: string }

/** The drawing. It is made once for each theme and set of lines; new points only change its data. */
export const CurvePlot = ({ curve, best, label }: CurvePlotProps) => {
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot>(null)
  const lit = useLit()
  const theme = useTheme()
  const format = useFormats()
  const { reference } = useWords(labWords).curve
  const shown = useRef({ curve, best, lit })
  shown.current = { curve, best, lit }
  const lines = curve.lines.length

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read anew when the theme changes, the series when there are more lines
  useEffect(() => {
    const element = place.current
    if (!element) return
    const options = curveOptions({ inks: inks(element), shown: () => shown.current, format, reference, width: element.clientWidth, height })
    const made = new uPlot(options, curveSeries(shown.current.curve), element)
    plot.current = made
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }))
    observer.observe(element)
    const move = ({ offsetX, offsetY }: MouseEvent) =>
      setLit(nearest(placesOn(made, shown.current.curve), offsetX, offsetY, reach)?.program ?? null)
    const leave = () => setLit(null)
    made.over.addEventListener('mousemove', move)
    made.over.addEventListener('mouseleave', leave)
    return () => {
      observer.disconnect()
      made.destroy()
    }
  }, [theme, lines, format, reference])

  useEffect(() => {
    plot.current?.setData(curveSeries(curve))
  }, [curve])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is lit and what is best is read while drawing
  useEffect(() => {
    plot.current?.redraw(false)
  }, [lit, best])

  return <div ref={place} className="curve" style={{ height }} role="img" aria-label={label} />
}
