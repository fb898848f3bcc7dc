import type { RunView } from '../../live/run-view.ts'
import { Button } from '../../parts/button.tsx'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { labWords } from './words.ts'

/** Says that the page shows an earlier moment, and which; nothing while it is live. */
export const MomentBar = ({ view: { run, state, head, player } }: { view: RunView }) => {
  const { moment } = useWords(labWords)
  const { time } = useFormats()
  if (player.moment === null) return null
  return (
    <section className="moment" aria-label={moment.name}>
      <p aria-live="polite">
        {moment.shown(time(state.at, true))} <EntryNumber run={run} seq={player.moment} />
      </p>
      <Button onClick={() => player.seek(null)}>
        <span className="lampdot" aria-hidden="true" />
        {head.outcome === null ? moment.back : moment.end}
      </Button>
    </section>
  )
}
