import { memo } from 'react'
import type { QuestionView, ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { Section } from '../../parts/section.tsx'
import { Time } from '../../parts/time.tsx'
import { useWords } from '../../words/use-words.ts'
import { Nothing } from './nothing.tsx'
import { labWords } from './words.ts'

const Question = ({ run, question: { seq, text, answer } }: { run: string; question: QuestionView }) => {
  const { questions } = useWords(labWords)
  return (
    <li>
      <p className="serif">
        {text} <EntryNumber run={run} seq={seq} />
      </p>
      {answer ? (
        <p className="answer">
          <span className="two">{questions.answered(answer.by)}</span> <Time at={answer.at} />
          <q>{answer.text}</q>
          <EntryNumber run={run} seq={answer.seq} />
        </p>
      ) : (
        <p className="answer lamp">{questions.open}</p>
      )}
    </li>
  )
}

/** What the lab asked people, and who answered what. */
export const Questions = memo(({ run, questions }: { run: string; questions: readonly QuestionView[] }) => {
  const words = useWords(labWords).questions
  return (
    <Section title={words.title}>
      {questions.length === 0 && <Nothing yet={words.empty} over={words.none} />}
      <ul className="told">
        {questions.toReversed().map((question) => (
          <Question key={question.id} run={run} question={question} />
        ))}
      </ul>
    </Section>
  )
})

/** What people told the lab. */
export const Notes = memo(({ run, notes }: { run: string; notes: ViewerState['notes'] }) => {
  const words = useWords(labWords).notes
  const { phases } = useWords()
  return (
    <Section title={words.title}>
      {notes.length === 0 && <Nothing yet={words.empty} over={words.none} />}
      <ul className="told">
        {notes.toReversed().map(({ seq, at, by, text, phase }) => (
          <li key={seq}>
            <p className="serif">{text}</p>
            <p className="answer">
              <span className="two">{by}</span> <Time at={at} /> <span>{phase ? words.forPhase(phases[phase]) : words.all}</span>
              <EntryNumber run={run} seq={seq} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
})
