import { useMemo } from 'react'
import type { RoleName } from '../../../../../src/core/names.ts'
import type { ReviewForm } from '../../../../../src/core/review.ts'
import { reviewWeights } from '../../../../../src/core/review-weights.ts'
import type { ReviewView } from '../../../../../src/core/viewer/viewer-state.ts'
import { neutraliseUncited } from '../../../../../src/report/neutralise.ts'
import { EntryNumber } from '../../../parts/entry-number.tsx'
import { RoleMark } from '../../../parts/role-mark.tsx'
import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { Blocks } from '../article/blocks.tsx'
import { usePaper } from '../paper-context.ts'
import { parseMarkdown } from '../text/parse-markdown.ts'
import { paperWords } from '../words.ts'
import { Four } from './four.tsx'

const reviewerRole: RoleName = 'reviewer'
const graded = ['originality', 'quality', 'clarity', 'significance', 'soundness', 'presentation', 'contribution'] as const
const written = ['summary', 'strengths', 'weaknesses', 'questions', 'limitations'] as const satisfies readonly (keyof ReviewForm)[]

/** Markdown that a reviewer wrote: it may hold anything, so it goes the way of the report. */
const Words = ({ text }: { text: string }) => {
  const blocks = useMemo(() => parseMarkdown(neutraliseUncited(text)), [text])
  return <Blocks of={blocks} />
}

/** What one reviewer handed in: score, verdict, marks, words. */
export const Review = ({ review }: { review: ReviewView }) => {
  const { view } = usePaper()
  const { reviews: words } = useWords(paperWords)
  const { fixed } = useFormats()
  const { form, reviewer, score, seq } = review
  const confidence = words.confidence(String(form.confidence))
  return (
    <section className="review" aria-label={reviewer}>
      <div className="top">
        <RoleMark role={reviewerRole} />
        <div>
          <b>{reviewer}</b> <EntryNumber run={view.run} seq={seq} />
          <br />
          <span className="two small">
            {words.verdict[form.decision]}, {words.overall(String(form.overall))}, {confidence}
          </span>
        </div>
        <span className="overall">
          {fixed(score, 1)}
          <small>/10</small>
        </span>
      </div>
      {graded.map((field) => (
        <Four name={words.marks[field]} mark={form[field]} top={reviewWeights[field].top} key={field} />
      ))}
      {form['ethical-concerns'] && <p className="refused">{words.ethical}</p>}
      {written.map((field) => (
        <div className="review-words" lang={view.state.language} key={field}>
          <h3>{words.words[field]}</h3>
          <Words text={form[field]} />
        </div>
      ))}
    </section>
  )
}
