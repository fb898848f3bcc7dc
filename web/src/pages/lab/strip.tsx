import type { RunView } from '../../live/run-view.ts'
import { useWords } from '../../words/use-words.ts'
import { drivenThen } from './standing.ts'
import { StripCell } from './strip-cell.tsx'
import { stripRows } from './strip-rows.ts'
import { useClock } from './use-clock.ts'
import { useLength } from './use-length.ts'
import { labWords } from './words.ts'
import './strip.css'

/** What the strip comes to, in words: all that a phone has room for. */
const Now = ({ view: { state }, now }: { view: RunView; now: number }) => {
  const { strip } = useWords(labWords)
  const { phases } = useWords()
  const length = useLength()
  const column = state.phases.findIndex(({ name }) => name === state.phase)
  const phase = state.phases[column]
  const attempt = phase?.attempts.at(-1)
  if (!phase || !attempt) return <p className="strip-now">{state.outcome ? strip.over : strip.between}</p>
  return (
    <p className="strip-now">
      <span>{strip.now(String(column + 1), phases[phase.name], String(attempt.attempt))}</span>
      <span className="num">{length((now - Date.parse(attempt.startedAt)) / 1000)}</span>
    </p>
  )
}

/** The seven phases across, attempts down; the length of a bar is time, and every bar opens the record where it began. */
export const Strip = ({ view }: { view: RunView }) => {
  const { run, state } = view
  const driven = drivenThen(view)
  const { strip } = useWords(labWords)
  const { phases } = useWords()
  const now = useClock(view)
  // Where the run stands; in the colour of what is live only while somebody is at it.
  const at = driven ? 'col at now' : 'col at'
  return (
    <nav className="strip" aria-label={strip.label}>
      {state.phases.map(({ name }, column) => (
        <div key={name} className={name === state.phase ? at : 'col'}>
          <span className="n">{column + 1}</span>
          <span className="name">{phases[name]}</span>
        </div>
      ))}
      {stripRows(state, now, driven).map((cells, row) =>
        cells.map((cell, column) => (
          <StripCell
            key={`${row + 1}.${phases[state.phases[column]?.name ?? 'literature-review']}`}
            run={run}
            cell={cell}
            first={column === 0}
          />
        )),
      )}
      <Now view={view} now={now} />
    </nav>
  )
}
