import { Link } from 'wouter'
import { entryHref } from '../../parts/entry-number.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Cell } from './strip-rows.ts'
import { useLength } from './use-length.ts'
import { labWords } from './words.ts'

type LegProps = { run: string; cell: Extract<Cell, { kind: 'leg' }>; edge: string }

const Leg = ({ run, cell: { phase, attempt, state, seconds, share }, edge }: LegProps) => {
  const { strip } = useWords(labWords)
  const { phases } = useWords()
  const length = useLength()
  const name = strip.leg(phases[phase], String(attempt.attempt), strip.states[state], length(seconds))
  const why = attempt.outcome && attempt.outcome.kind !== 'complete' ? attempt.outcome.why : undefined
  return (
    <Link
      className={`leg ${state} ${edge}`}
      href={entryHref(run, attempt.startSeq)}
      aria-label={why ? `${name}. ${why}` : name}
      title={why ?? strip.turns(attempt.turns)}
    >
      <span className="bar-s" style={{ '--t': Math.max(0.04, share) } as React.CSSProperties} />
      <span className="t">
        <span className="num">{length(seconds)}</span>
        {why && <span className="why">{strip.states[state]}</span>}
      </span>
    </Link>
  )
}

/** What a reviewer's reason begins with; the whole of it is in the entry. */
const firstSentence = (text: string): string => /^.{12,}?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text

/** One phase in one attempt. The first cell of a later attempt says why the lab went back. */
export const StripCell = ({ run, cell, first }: { run: string; cell: Cell; first: boolean }) => {
  const { strip } = useWords(labWords)
  const { phases } = useWords()
  const edge = first ? 'first' : ''
  if (cell.kind === 'leg') return <Leg run={run} cell={cell} edge={edge} />
  if (cell.kind === 'back') {
    return (
      <Link className="leg note first" href={entryHref(run, cell.seq)} title={cell.why}>
        <Icon name="back" />
        <span>
          {strip.back} <span className="serif">{firstSentence(cell.why)}</span>
        </span>
      </Link>
    )
  }
  return (
    <div className={`leg ${cell.kind === 'wait' ? 'wait' : 'none'} ${edge}`}>
      <span className="bar-s" />
      {cell.kind === 'wait' && <span className="visually-hidden">{`${phases[cell.phase]}, ${strip.wait}`}</span>}
    </div>
  )
}
