import { useMemo, useState } from 'react'
import type { ProgramView } from '../../../../src/core/viewer/viewer-state.ts'
import type { StoredEvent } from '../../../../src/store/event-log.ts'
import { Button } from '../../parts/button.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { axisOf, placeOn } from './axis.ts'
import { type Laid, valuesLaid } from './laid.ts'
import { ProgramRow } from './program-row.tsx'
import { treeOf } from './program-rows.ts'
import { moreAtOnce, shownPrograms } from './shown-programs.ts'
import { labWords } from './words.ts'

type ProgramTreeProps = {
  run: string
  programs: readonly ProgramView[]
  laid: Laid
  /** The metric that decides, where nobody gives scores: it stands in their column. */
  measured: string | undefined
  best: string | null
  scored: ReadonlyMap<string, StoredEvent>
  printing: ReadonlyMap<string, string>
  now: number
}

const marks = 4

/** A tree of programs whose last column is a chart on one axis. Of very many it shows those that matter first, and more when asked. */
export const ProgramTree = ({ run, programs, laid, measured, best, scored, printing, now }: ProgramTreeProps) => {
  const words = useWords(labWords).programs
  const { fixed, number } = useFormats()
  const [more, setMore] = useState(0)
  const { shown, hidden } = useMemo(() => shownPrograms(programs, best, more), [programs, best, more])
  const values = programs.flatMap((program) => valuesLaid(program, laid))
  const axis = axisOf(values, marks)
  const labels = axis ? [axis.low, axis.ticks[Math.floor(axis.ticks.length / 2)] ?? axis.low, axis.high] : []
  return (
    <div className="tree" style={{ '--steps': axis ? axis.ticks.length - 1 : 1 } as React.CSSProperties}>
      <div className="trow thead" aria-hidden="true">
        <span />
        <span className="score">{measured ?? words.score}</span>
        <span className="axis labels num">
          {axis &&
            labels.map((value) => (
              <span key={value} style={{ left: `${placeOn(axis, value) * 100}%` }}>
                {fixed(value, axis.digits)}
              </span>
            ))}
        </span>
      </div>
      <ul>
        {treeOf(shown).map((row) => (
          <ProgramRow
            key={row.program.id}
            run={run}
            row={row}
            best={row.program.id === best}
            laid={laid}
            byMeasure={measured !== undefined}
            axis={axis}
            entry={scored.get(row.program.id)}
            prints={printing.get(row.program.id)}
            now={now}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <p className="tree-more">
          <Button kind="quiet" onClick={() => setMore(more + moreAtOnce)}>
            {words.more(number(hidden), number(Math.min(hidden, moreAtOnce)))}
          </Button>
        </p>
      )}
    </div>
  )
}
