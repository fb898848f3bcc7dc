import { memo } from 'react'
import { Link } from 'wouter'
import type { RunSummary } from '../../../../src/transport/lab-control.ts'
import { useConnection } from '../../live/use-live.ts'
import { runHref } from '../../parts/bar.tsx'
import { Outcome, standingOf } from '../../parts/outcome.tsx'
import { Age, Duration } from '../../parts/time.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { Ministrip } from './ministrip.tsx'
import { RunActs } from './run-acts.tsx'
import { runsWords } from './words.ts'

/** What a run does now, or why it ended as it did. */
const useNote = ({ outcome, status, phase, attempt, events }: RunSummary): string | undefined => {
  const shared = useWords()
  const words = useWords(runsWords)
  if (outcome) return outcome.kind === 'complete' ? undefined : outcome.why
  if (phase === null) return status === 'running' && events < 20 ? words.begins : undefined
  return attempt !== null && attempt > 1 ? `${shared.phases[phase]}, ${shared.attempt(String(attempt))}` : shared.phases[phase]
}

/** How long a run was at work: what the log counts, and while somebody drives it, the time since its last entry. */
const Work = ({ summary: { status, driver, seconds, at } }: { summary: RunSummary }) => {
  const connection = useConnection().status
  const goes = status === 'running' && driver !== null && connection !== 'lost'
  const now = useNow(goes ? 1000 : null)
  return <Duration seconds={goes ? seconds + Math.max(0, (now - Date.parse(at)) / 1000) : seconds} />
}

type RunRowProps = { summary: RunSummary; onDone: () => void }

const Row = ({ summary, onDone }: RunRowProps) => {
  const { run, topic, model, status, outcome, questions, cost, score, createdAt } = summary
  const words = useWords()
  const { questionWaits } = useWords(runsWords)
  const { readOnly } = useConnection()
  const { money, fixed } = useFormats()
  const note = useNote(summary)
  const rehearses = model.startsWith('rehearsal')
  return (
    <tr>
      <td className="o">
        <Outcome standing={standingOf(status, outcome)} />
      </td>
      <td className="t">
        <Link className="topic" href={runHref(run)}>
          {topic}
        </Link>{' '}
        {questions > 0 && status !== 'ended' && (
          <Link className={readOnly ? 'tag' : 'tag lit'} href={runHref(run)}>
            {readOnly ? questionWaits : words.needsYou}
          </Link>
        )}
        {rehearses && (
          <span className="tag" title={words.rehearsal.why}>
            {words.rehearsal.tag}
          </span>
        )}
        <p className="sub">
          <span className="mono">{run}</span>
          {model !== '' && !rehearses && ` · ${model}`}
          {note !== undefined && ` · ${note}`}
        </p>
        {status !== 'ended' && <RunActs summary={summary} onDone={onDone} />}
      </td>
      <td className="p">
        <Ministrip summary={summary} />
      </td>
      <td className="r num hide">{status === 'ended' && score != null ? fixed(score, 1) : '—'}</td>
      <td className="r num">
        <Work summary={summary} />
      </td>
      <td className="r num">{money(cost)}</td>
      <td className="r two small nowrap s">
        <Age at={createdAt} />
      </td>
    </tr>
  )
}

/** Drawn again only when its own summary changed. */
export const RunRow = memo(
  Row,
  (before, after) => before.onDone === after.onDone && JSON.stringify(before.summary) === JSON.stringify(after.summary),
)
