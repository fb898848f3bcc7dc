import { memo } from 'react'
import type { ReviewView, ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { Section } from '../../parts/section.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { Nothing } from './nothing.tsx'
import { labWords } from './words.ts'

const top = 10

const Review = ({ run, review, seat }: { run: string; review: ReviewView; seat: number }) => {
  const { reviews, draft, people } = useWords(labWords)
  const { roles } = useWords()
  const { fixed, number } = useFormats()
  const { summary, decision } = review.form
  return (
    <li>
      <p className="mark">
        <strong>{people.seat(roles.reviewer, seat)}</strong> <span className="num">{draft.of(fixed(review.score, 1), number(top))}</span>{' '}
        <span className={decision === 'accept' ? 'good' : 'bad'}>{reviews.decisions[decision] ?? decision}</span>
        <EntryNumber run={run} seq={review.seq} />
      </p>
      <p className="written">{summary}</p>
    </li>
  )
}

type ReviewsProps = { run: string; reviews: readonly ReviewView[]; decision: ViewerState['decision']; attempt: number }

/** The reviews of this attempt, and what the lab decided from them. */
export const Reviews = memo(({ run, reviews, decision, attempt }: ReviewsProps) => {
  const words = useWords(labWords).reviews
  const shared = useWords()
  const latest = Math.max(...reviews.map((review) => review.attempt), 0)
  const shown = reviews.filter((review) => review.attempt === latest)
  return (
    <Section
      title={words.title}
      note={latest > 0 && attempt > 1 ? shared.attempt(String(latest)) : undefined}
      end={decision && <EntryNumber run={run} seq={decision.seq} />}
    >
      {shown.length === 0 && <Nothing yet={words.empty} />}
      <ul className="reviews-now">
        {shown.map((review, index) => (
          <Review key={review.seq} run={run} review={review} seat={index + 1} />
        ))}
      </ul>
      {decision && (
        <p className="decision">
          <strong>{words[decision.kind]}.</strong> <span className="serif">{decision.why}</span>
        </p>
      )}
    </Section>
  )
})
