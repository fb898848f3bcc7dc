import type { RunView } from '../../live/run-view.ts'
import { useConnection } from '../../live/use-live.ts'
import { Button } from '../../parts/button.tsx'
import { useWords } from '../../words/use-words.ts'
import { askerOf } from './asker.ts'
import { OpenQuestion } from './open-question.tsx'
import { useCommand } from './use-command.ts'
import { resumesAfter } from './what-follows.ts'
import { labWords } from './words.ts'
import './needs.css'

type NotResumedProps = { refused: string; busy: boolean; onResume: () => void }

/** The answer is stored, so its question is gone from the page: what the server said against going on stays. */
const NotResumed = ({ refused, busy, onResume }: NotResumedProps) => {
  const { needs, acts } = useWords(labWords)
  const { status } = useConnection()
  return (
    <section className="needs" aria-label={needs.kept}>
      <div>
        <p>{needs.kept}</p>
        <p className="why" role="alert">
          {refused}
        </p>
      </div>
      <div className="replies">
        <div className="answers">
          <Button icon="play" disabled={busy || status !== 'live'} onClick={onResume}>
            {acts.resume}
          </Button>
        </div>
      </div>
    </section>
  )
}

/** Questions that nobody has answered, as they stand now whatever moment is shown: the blocking ones first. */
export const NeedsYou = ({ view }: { view: RunView }) => {
  const { run, head, entries, driven } = view
  const { busy, refused, send } = useCommand()
  if (head.outcome) return null
  const open = head.questions.filter(({ answer }) => answer === null).toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
  const resume = () => send({ type: 'run.resume', run })
  return (
    <>
      {refused !== null && !driven && <NotResumed refused={refused} busy={busy} onResume={resume} />}
      {open.map((question) => (
        <OpenQuestion
          key={question.id}
          run={run}
          question={question}
          asker={askerOf(question, head, entries)}
          driven={driven}
          onAnswered={async () => {
            if (resumesAfter({ questions: head.questions, driven }, question.id)) await resume()
          }}
        />
      ))}
    </>
  )
}
