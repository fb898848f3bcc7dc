import type { RoleName } from '../../../../src/core/names.ts'
import type { QuestionView } from '../../../../src/core/viewer/viewer-state.ts'
import type { RunView } from '../../live/run-view.ts'
import { useConnection } from '../../live/use-live.ts'
import { Button } from '../../parts/button.tsx'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { RoleMark } from '../../parts/role-mark.tsx'
import { Age } from '../../parts/time.tsx'
import { useWords } from '../../words/use-words.ts'
import { AnswerInWords } from './answer-in-words.tsx'
import { askerOf } from './asker.ts'
import { useCommand } from './use-command.ts'
import { labWords } from './words.ts'
import './needs.css'

const Asker = ({ asker }: { asker: RoleName | undefined }) => {
  const { needs } = useWords(labWords)
  const { roles } = useWords()
  return (
    <>
      {asker && <RoleMark role={asker} size="small" />}
      <span>{needs.asks(asker ? roles[asker] : needs.lab)}</span>
    </>
  )
}

const OpenQuestion = ({ run, question, asker }: { run: string; question: QuestionView; asker: RoleName | undefined }) => {
  const { needs, acts } = useWords(labWords)
  const { readOnly, status } = useConnection()
  const { busy, refused, send } = useCommand()
  const off = busy || readOnly || status !== 'live'
  const answer = (text: string) => send({ type: 'run.answer', run, question: question.id, answer: text })
  const heading = `question-${question.seq}`
  return (
    <section className={question.blocks ? 'needs blocks' : 'needs'} aria-labelledby={heading}>
      <div>
        <p className="from">
          <strong>{needs.title}</strong>
          <Asker asker={asker} />
          <EntryNumber run={run} seq={question.seq} />
        </p>
        <h2 className="question" id={heading}>
          {question.text}
        </h2>
      </div>
      <div className="replies">
        <div className="answers">
          {question.options.map((option) => (
            <Button key={option} disabled={off} onClick={() => answer(option)}>
              {option}
            </Button>
          ))}
          <AnswerInWords open={question.options.length === 0} disabled={busy || readOnly} onAnswer={answer} />
        </div>
        <p className="else">
          {question.blocks ? needs.blocks : needs.goesOn} {needs.asked} <Age at={question.at} />.
        </p>
        {readOnly && <p className="else">{acts.readOnly}</p>}
        <p className="refused" role="alert">
          {refused}
        </p>
      </div>
    </section>
  )
}

/** Questions that nobody has answered, as they stand now whatever moment is shown: the blocking ones first. */
export const NeedsYou = ({ view }: { view: RunView }) => {
  const { run, head, entries } = view
  if (head.outcome) return null
  const open = head.questions.filter(({ answer }) => answer === null).toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
  return open.map((question) => <OpenQuestion key={question.id} run={run} question={question} asker={askerOf(question, head, entries)} />)
}
