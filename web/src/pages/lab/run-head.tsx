import type { RunView } from '../../live/run-view.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { Outcome, standingOf } from '../../parts/outcome.tsx'
import { Time } from '../../parts/time.tsx'
import { useWords } from '../../words/use-words.ts'
import { Acts } from './acts.tsx'
import { restCauseOf } from './rest-cause.ts'
import { drivenThen, statusOfView } from './standing.ts'
import { useLength } from './use-length.ts'
import { useWork } from './use-work.ts'
import { labWords } from './words.ts'
import './run-head.css'

/** Why a run ended as it did, or why it rests: nothing where there is nothing to explain. */
const Reason = ({ view }: { view: RunView }) => {
  const { run, state } = view
  const { head } = useWords(labWords)
  if (state.outcome && state.outcome.kind !== 'complete') return <p className="reason">{state.outcome.why}</p>
  if (state.outcome || !state.halted || drivenThen(view)) return null
  const { cause, why, seq } = state.halted
  // The question itself stands above, with its answers; once it is answered, the run waits for it no more.
  if (cause === 'question') return null
  return (
    <p className="reason">
      <span className="two">{head.halts[cause]}:</span> <span className="serif">{why}</span> <EntryNumber run={run} seq={seq} />
    </p>
  )
}

const Changed = ({ changed }: { changed: readonly string[] }) => {
  const { head } = useWords(labWords)
  if (changed.length === 0) return null
  return (
    <details className="more changed">
      <summary>{head.changed}</summary>
      <ul>
        {changed.map((setting) => (
          <li key={setting} className="mono small">
            {setting}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The topic, how the run stands, and what can be done with it. */
export const RunHead = ({ view }: { view: RunView }) => {
  const { run, state } = view
  const { head } = useWords(labWords)
  const { attempt, rehearsal } = useWords()
  const length = useLength()
  const work = useWork(view)
  const rest = restCauseOf(view)
  const standing = standingOf(statusOfView(state, drivenThen(view)), state.outcome)
  return (
    <div className="run-head">
      <div>
        <h1>{state.topic || head.noTopic}</h1>
        <p className="meta">
          <Outcome standing={standing}>
            {' '}
            <span className="num">{length(work)}</span>
          </Outcome>
          {rest && <span>{head.rests[rest]}</span>}
          <span>{attempt(String(state.attempt))}</span>
          {state.model === 'rehearsal' ? (
            <span className="tag" title={rehearsal.why}>
              {rehearsal.tag}
            </span>
          ) : (
            <span className="breaks">{state.model || head.noModel}</span>
          )}
          <span>{head.seed(String(state.seed))}</span>
          {state.startedAt !== '' && (
            <span>
              {head.started} <Time at={state.startedAt} />
            </span>
          )}
          <EntryNumber run={run} seq={Math.max(1, state.seq)} />
        </p>
        <Reason view={view} />
        <Changed changed={state.changed} />
      </div>
      <Acts view={view} />
    </div>
  )
}
