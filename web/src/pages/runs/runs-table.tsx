import type { ReactNode } from 'react'
import type { RunSummary } from '../../../../src/transport/lab-control.ts'
import { Section } from '../../parts/section.tsx'
import { useWords } from '../../words/use-words.ts'
import { RunRow } from './run-row.tsx'
import { runsWords } from './words.ts'

type RunsTableProps = { title: string; note: ReactNode; runs: readonly RunSummary[]; onDone: () => void }

/** One group of runs; nothing when it is empty. */
export const RunsTable = ({ title, note, runs, onDone }: RunsTableProps) => {
  const { columns } = useWords(runsWords)
  if (runs.length === 0) return null
  return (
    <Section title={title} note={note}>
      <table className="runs fixed">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.outcome}</th>
            <th scope="col">{columns.topic}</th>
            <th scope="col">{columns.phases}</th>
            <th scope="col" className="r">
              {columns.review}
            </th>
            <th scope="col" className="r">
              {columns.time}
            </th>
            <th scope="col" className="r">
              {columns.cost}
            </th>
            <th scope="col" className="r">
              {columns.started}
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((summary) => (
            <RunRow key={summary.run} summary={summary} onDone={onDone} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}
