import { useConnection } from '../../live/use-live.ts'
import { Section } from '../../parts/section.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Start } from './use-start.ts'
import { runsWords } from './words.ts'

/** Before the first run: what to do, here and on the command line. */
export const NoRuns = ({ start }: { start: Start }) => {
  const { empty, rehearsalTopic } = useWords(runsWords)
  const { runs } = useWords()
  const { status, readOnly } = useConnection()
  return (
    <Section title={runs}>
      <div className="empty">
        <h3>{empty.title}</h3>
        <p>
          {empty.ask}{' '}
          <button
            type="button"
            className="as-link"
            disabled={start.busy || readOnly || status !== 'live'}
            onClick={() => start.begin(rehearsalTopic, { model: 'rehearsal' })}
          >
            {empty.rehearse}
          </button>
          {empty.means}
        </p>
        <p>{empty.command}</p>
        <pre>gal run "{rehearsalTopic}" --model rehearsal</pre>
      </div>
    </Section>
  )
}
