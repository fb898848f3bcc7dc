import { lazy, memo, Suspense, useMemo } from 'react'
import type { ProgramView, ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { Section } from '../../parts/section.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { type Curve, curveOf } from './curve-points.ts'
import { Nothing } from './nothing.tsx'
import { shortId } from './program-rows.ts'
import { useLength } from './use-length.ts'
import { labWords } from './words.ts'
import './evidence.css'

type DrawnProps = { curve: Curve; best: string | null; label: string }
const InWords = ({ label }: DrawnProps) => <p className="small">{label}</p>

/** The library that draws is fetched on its own, and reads the browser's language as it loads: where it cannot, words stand in. */
const CurvePlot = lazy(async () =>
  import('./curve-plot.tsx').then(
    (drawn) => ({ default: drawn.CurvePlot }),
    () => ({ default: InWords }),
  ),
)

/** The curve in sentences, for who cannot see it. How many failed is said while all programs are here to be counted. */
const useTold = (curve: Curve, whole: boolean): string => {
  const words = useWords(labWords).curve
  const { fixed } = useFormats()
  const length = useLength()
  const failures = curve.marks.filter(({ kind }) => kind === 'failed').length
  const lines = curve.lines.map(({ attempt, steps }) =>
    words.attempt(
      String(attempt),
      steps.map(({ score, program, time }) => words.step(fixed(score, 3), shortId(program), length(time))).join(', '),
    ),
  )
  return [...lines, ...(failures > 0 && whole ? [words.failures(failures)] : [])].join(' ')
}

type ScoreCurveProps = {
  run: string
  curve: ViewerState['curve']
  programs: readonly ProgramView[]
  /** The run has ended: what is not there will not come. */
  over: boolean
  /** No program is left out of them. */
  whole: boolean
  startedAt: string
  best: string | null
  /** What the curve is of; undefined is the score. */
  measure: string | undefined
  now: number
}

/** The best score over time, with every program that was scored, failed or runs. */
export const ScoreCurve = memo(({ run, curve, programs, over, whole, startedAt, best, measure, now }: ScoreCurveProps) => {
  const words = useWords(labWords).curve
  const drawn = useMemo(() => curveOf({ curve, programs, startedAt }, now), [curve, programs, startedAt, now])
  const told = useTold(drawn, whole)
  const title = measure === undefined ? words.title : words.titleOf(measure)
  const leader = programs.find(({ id }) => id === best)
  const ledAt = leader?.judged?.seq ?? leader?.scoreSeq
  return (
    <Section
      title={title}
      end={
        leader &&
        ledAt != null && (
          <EntryNumber run={run} seq={ledAt}>
            {shortId(leader.id)}
          </EntryNumber>
        )
      }
    >
      {drawn.points.length === 0 ? (
        <div className={over ? '' : 'curve-room'}>
          <Nothing yet={drawn.marks.length > 0 ? words.none : words.empty} over={words.none} />
        </div>
      ) : (
        <Suspense fallback={<div className="curve" />}>
          <CurvePlot curve={drawn} best={best} label={`${title}. ${told}`} />
        </Suspense>
      )}
    </Section>
  )
})
