import type { RoleName } from '../../../../src/core/names.ts'
import type { QuestionView } from '../../../../src/core/viewer/viewer-state.ts'
import { useConnection } from '../../live/use-live.ts'
import { Button } from '../../parts/button.tsx'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { RoleMark } from '../../parts/role-mark.tsx'
import { Age } from '../../parts/time.tsx'
import { useWords } from '../../words/use-words.ts'
import { AnswerInWords } from './answer-in-words.tsx'
import { useCommand } from './use-command.ts'
import { whatFollows } from './what-follows.ts'
import { labWords } from './words.ts'

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

type AnswersProps = { run: string; question: QuestionView; onAnswered: () => Promise<unknown> }

const Answers = ({ run, question: { id, options }, onAnswered }: AnswersProps) => {
  const { acts } = useWords(labWords)
  const { readOnly, status } = useConnection()
  const { busy, refused, send } = useCommand()
  const answer = async (text: string) => {
    const done = await send({ type: 'run.answer', run, question: id, answer: text })
    if (done) await onAnswered()
    return done
  }
  return (
    <>
      <div className="answers">
        {options.map((option) => (
          <Button key={option} disabled={busy || readOnly || status !== 'live'} onClick={() => answer(option)}>
            {option}
          </Button>
        ))}
        <AnswerInWords open={options.length === 0} disabled={busy || readOnly} onAnswer={answer} />
      </div>
      {readOnly && <p className="else">{acts.readOnly}</p>}
      <p className="refused" role="alert">
        {refused}
      </p>
    </>
  )
}

type OpenQuestionProps = {
  run: string
  question: QuestionView
  asker: RoleName | undefined
  driven: boolean
  /** After the answer is stored. */
  onAnswered: () => Promise<unknown>
}

/** A question, what follows from an answer, and the answers as far as this viewer may give one. */
export const OpenQuestion = ({ run, question, asker, driven, onAnswered }: OpenQuestionProps) => {
  const { needs } = useWords(labWords)
  const { readOnly } = useConnection()
  const heading = `question-${question.seq}`
  return (
    <section className={question.blocks ? 'needs blocks' : 'needs'} aria-labelledby={heading}>
      <div>
        <p className="from">
          <strong>{readOnly ? needs.waits : needs.title}</strong>
          <Asker asker={asker} />
          <EntryNumber run={run} seq={question.seq} />
        </p>
        <h2 className="question" id={heading}>
          {question.text}
        </h2>
      </div>
      <div className="replies">
        <Answers run={run} question={question} onAnswered={onAnswered} />
        <p className="else">
          {needs[whatFollows({ blocks: question.blocks, driven, readOnly })]} {needs.asked} <Age at={question.at} />.
        </p>
      </div>
    </section>
  )
}
