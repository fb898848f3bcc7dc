import { Link } from 'wouter'
import type { ProgramView } from '../../../../src/core/viewer/viewer-state.ts'
import type { StoredEvent } from '../../../../src/store/event-log.ts'
import { entryHref } from '../../parts/entry-number.tsx'
import { beginningOf } from '../../record/beginning.ts'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import type { Axis } from './axis.ts'
import { Branch } from './branch.tsx'
import { DotPlot } from './dot-plot.tsx'
import { setLit, useLit } from './lit.ts'
import { extentOf, type Measure } from './measures.ts'
import { shortId, type TreeRow } from './program-rows.ts'
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

const Score = ({ program, now }: { program: ProgramView; now: number }) => {
  const { programs } = useWords(labWords)
  const { fixed } = useFormats()
  const length = useLength()
  if (program.status === 'running') return <small>{`${programs.running} ${length((now - Date.parse(program.startedAt)) / 1000)}`}</small>
  if (program.score !== null) return fixed(program.score, 3)
  if (program.status === 'failed') return null
  return <small>{program.operator === 'final' ? programs.again : programs.unscored}</small>
}

/** A failure says its cause; else what the reviewer said, what it prints while it runs, or how much it measured. */
const Says = ({ program, entry, prints }: { program: ProgramView; entry: StoredEvent | undefined; prints: string | undefined }) => {
  const words = useWords(labWords)
  const { number } = useFormats()
  if (program.status === 'failed') return <span className="cause">{program.why}</span>
  const last = prints?.trimEnd().split('\n').at(-1)
  if (last) return <span className="mono small">{last}</span>
  const reason = reasonOf(entry)
  if (reason) return <span className="serif">{reason}</span>
  return <span className="two">{measured(program, words, number)}</span>
}

type ProgramRowProps = {
  run: string
  row: TreeRow
  best: boolean
  measure: Measure | undefined
  axis: Axis | undefined
  entry: StoredEvent | undefined
  prints: string | undefined
  now: number
}

export const ProgramRow = ({ run, row, best, measure, axis, entry, prints, now }: ProgramRowProps) => {
  const { programs } = useWords(labWords)
  const { program, depth } = row
  const lit = useLit() === program.id
  const state = [best && 'best', program.status === 'failed' && 'fail', program.status === 'running' && 'lit', lit && 'same']
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
          <span className="say">
            <span className="visually-hidden">{`${programs.operators[program.operator]}${best ? `, ${programs.best}` : ''}: `}</span>
            <Says program={program} entry={entry} prints={prints} />
          </span>
        </span>
        <span className="score">
          <Score program={program} now={now} />
        </span>
        <DotPlot program={program} measure={measure} axis={axis} />
      </Link>
    </li>
  )
}
