import { Link } from 'wouter'
import type { ProgramView, SpreadView } from '../../../../src/core/viewer/viewer-state.ts'
import type { StoredEvent } from '../../../../src/store/event-log.ts'
import { entryHref } from '../../parts/entry-number.tsx'
import { beginningOf } from '../../record/beginning.ts'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import type { Axis } from './axis.ts'
import { Branch } from './branch.tsx'
import { DotPlot } from './dot-plot.tsx'
import type { Laid } from './laid.ts'
import { setLit, useLit } from './lit.ts'
import { extentOf } from './measures.ts'
import { ProgramMarks } from './program-marks.tsx'
import { ProgramProgress } from './program-progress.tsx'
import { shortId, type TreeRow } from './program-rows.ts'
import { progressIn } from './progress.ts'
import { useLength } from './use-length.ts'
import { type LabWords, labWords } from './words.ts'

/** The beginning of what the reviewer said of it; the whole of it is in the entry. */
const reasonOf = (entry: StoredEvent | undefined): string | undefined => {
  if (entry?.event.type !== 'program-score') return undefined
  const why = beginningOf(entry.event.why)
  return /^.{8,200}?[.!?](?=\s|$)/s.exec(why)?.[0] ?? why.slice(0, 200)
}

const measured = (program: ProgramView, { programs }: LabWords, number: (value: number) => string): string => {
  const { arms, seeds, values } = extentOf(program)
  if (values === 0) return programs.nothing
  return arms > 0 && seeds > 0 ? programs.extent(arms, seeds, number(values)) : programs.values(number(values))
}

const Mean = ({ spread: { mean, least, most, split } }: { spread: SpreadView }) => {
  const { fixed } = useFormats()
  return (
    <>
      {fixed(mean, 3)}
      <small className="range-told">{`${fixed(least, 3)}–${fixed(most, 3)}`}</small>
      {split === 'test' && <small>{split}</small>}
    </>
  )
}

const Score = ({ program, byMeasure, now }: { program: ProgramView; byMeasure: boolean; now: number }) => {
  const { programs } = useWords(labWords)
  const { fixed } = useFormats()
  const length = useLength()
  if (program.status === 'running') return <small>{`${programs.running} ${length((now - Date.parse(program.startedAt)) / 1000)}`}</small>
  if (program.status === 'failed') return null
  if (byMeasure && program.spread) return <Mean spread={program.spread} />
  if (program.score !== null) return fixed(program.score, 3)
  return <small>{program.operator === 'final' ? programs.again : programs.unscored}</small>
}

/** A failure says its cause; else what the reviewer said, what it prints while it runs, or how much it measured. */
const Says = ({ program, entry, prints }: { program: ProgramView; entry: StoredEvent | undefined; prints: string | undefined }) => {
  const words = useWords(labWords)
  const { number } = useFormats()
  if (program.status === 'failed') return <span className="cause">{program.why}</span>
  const progress = program.status === 'running' ? progressIn(prints) : undefined
  if (progress) return <ProgramProgress progress={progress} />
  const last = prints?.trimEnd().split('\n').at(-1)
  if (last) return <span className="mono small">{last}</span>
  const reason = reasonOf(entry)
  if (reason) return <span className="serif">{reason}</span>
  const told = measured(program, words, number)
  return <span className="two">{program.operator === 'confirm' ? `${words.programs.fresh}: ${told}` : told}</span>
}

type ProgramRowProps = {
  run: string
  row: TreeRow
  best: boolean
  laid: Laid
  /** The column of numbers has the metric that decides, because nobody gives scores. */
  byMeasure: boolean
  axis: Axis | undefined
  entry: StoredEvent | undefined
  prints: string | undefined
  now: number
}

export const ProgramRow = ({ run, row, best, laid, byMeasure, axis, entry, prints, now }: ProgramRowProps) => {
  const { programs } = useWords(labWords)
  const { program, depth } = row
  const lit = useLit() === program.id
  const state = [
    best && 'best',
    program.operator === 'confirm' && 'confirm',
    program.status === 'failed' && 'fail',
    program.status === 'running' && 'lit',
    lit && 'same',
  ]
  return (
    <li>
      <Link
        className={`trow ${state.filter(Boolean).join(' ')}`}
        style={{ '--d': depth } as React.CSSProperties}
        href={entryHref(run, program.scoreSeq ?? program.endSeq ?? program.startSeq)}
        onMouseEnter={() => setLit(program.id)}
        onMouseLeave={() => setLit(null)}
        onFocus={() => setLit(program.id)}
        onBlur={() => setLit(null)}
      >
        <span className="what">
          <Branch row={row} />
          <span className="pid">{shortId(program.id)}</span>
          <span className="told-of">
            <span className="say">
              <span className="visually-hidden">{`${programs.operators[program.operator]}${best ? `, ${programs.best}` : ''}: `}</span>
              <Says program={program} entry={entry} prints={prints} />
            </span>
            <ProgramMarks program={program} />
          </span>
        </span>
        <span className="score">
          <Score program={program} byMeasure={byMeasure} now={now} />
        </span>
        <DotPlot program={program} laid={laid} axis={axis} />
      </Link>
    </li>
  )
}
