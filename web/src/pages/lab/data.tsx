import { memo } from 'react'
import type { ProgramView, ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { Section } from '../../parts/section.tsx'
import { useWords } from '../../words/use-words.ts'
import { DataCard } from './data-card.tsx'
import { Nothing } from './nothing.tsx'
import { shortId } from './program-rows.ts'
import { useLength } from './use-length.ts'
import { labWords } from './words.ts'

const linesShown = 6

const Code = ({ head, chars }: { head: string; chars: number }) => {
  const lines = head.split('\n')
  const cut = lines.length > linesShown || chars > head.length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what overflows must be reachable by keyboard
    <pre tabIndex={0}>
      {lines.slice(0, linesShown).join('\n')}
      {cut && '\n…'}
    </pre>
  )
}

const Run = ({ run, program, accepted }: { run: string; program: ProgramView; accepted: boolean }) => {
  const { data, programs } = useWords(labWords)
  const length = useLength()
  const { id, operator, status, seconds, why } = program
  return (
    <li>
      <span className="pid">{shortId(id)}</span>
      <span>{operator === 'try' ? programs.operators.try : programs.operators.dataset}</span>
      {status === 'failed' && <span className="bad">{why}</span>}
      {status === 'running' && <span className="lamp">{programs.running}</span>}
      {accepted && <strong>{data.accepted}</strong>}
      {seconds !== null && <span className="num three">{length(seconds)}</span>}
      <EntryNumber run={run} seq={program.endSeq ?? program.startSeq} />
    </li>
  )
}

type DataProps = {
  run: string
  dataset: ViewerState['dataset']
  card: ViewerState['card']
  programs: readonly ProgramView[]
  attempt: number
}

/** What is known of the data, the program that makes or loads the data, and those that were tried on the way to it. */
export const Data = memo(({ run, dataset, card, programs, attempt }: DataProps) => {
  const words = useWords(labWords).data
  const runs = programs.filter(({ operator, attempt: its }) => its === attempt && (operator === 'try' || operator === 'dataset'))
  const shown = card ?? dataset
  return (
    <Section title={words.title} note={dataset?.language} end={shown && <EntryNumber run={run} seq={shown.seq} />}>
      {card && <DataCard card={card} />}
      {!shown && runs.length === 0 && <Nothing yet={words.empty} />}
      {dataset && dataset.head !== '' && <Code head={dataset.head} chars={dataset.chars} />}
      {runs.length > 0 && (
        <ul className="runs-of-data" aria-label={words.tries}>
          {runs.map((program) => (
            <Run key={program.id} run={run} program={program} accepted={program.id === dataset?.program} />
          ))}
        </ul>
      )}
    </Section>
  )
})
