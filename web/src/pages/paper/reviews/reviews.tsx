import { byTurn } from '../../../../../src/core/turn-id.ts'
import type { ReviewView } from '../../../../../src/core/viewer/viewer-state.ts'
import { EntryNumber } from '../../../parts/entry-number.tsx'
import { Section } from '../../../parts/section.tsx'
import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { sectionId, usePaper } from '../paper-context.ts'
import { paperWords } from '../words.ts'
import { Review } from './review.tsx'

const mean = (reviews: readonly ReviewView[]): number => reviews.reduce((sum, { score }) => sum + score, 0) / reviews.length

const Columns = ({ reviews }: { reviews: readonly ReviewView[] }) => (
  <div className="reviews">
    {reviews.map((review) => (
      <Review review={review} key={review.id} />
    ))}
  </div>
)

const Decision = () => {
  const {
    view: { run, state },
  } = usePaper()
  const { reviews: words } = useWords(paperWords)
  const { decision } = state
  if (!decision) return null
  return (
    <p className="decision">
      <b>{words.decision[decision.kind]}</b> <EntryNumber run={run} seq={decision.seq} />
      <span className="why" lang={state.language}>
        {decision.why}
      </span>
    </p>
  )
}

/** The reviews of the last attempt side by side, what was decided on them, and those of the attempts before. */
export const Reviews = () => {
  const {
    view: { run, state },
  } = usePaper()
  const { reviews: words } = useWords(paperWords)
  const { fixed, number } = useFormats()
  const attempts = [...new Set(state.reviews.map(({ attempt }) => attempt))].sort((a, b) => b - a)
  const [last, ...earlier] = attempts
  const of = (attempt: number | undefined) =>
    state.reviews.filter((review) => review.attempt === attempt).sort((a, b) => byTurn(a.id, b.id))
  const [first] = of(last)
  return (
    <div id={sectionId('reviews')} className="reviews-place">
      <Section
        title={words.title}
        note={first ? `${words.score(fixed(mean(of(last)), 1))} ${words.caution}` : undefined}
        end={first && <EntryNumber run={run} seq={first.seq} />}
      >
        {first ? <Columns reviews={of(last)} /> : <p className="three">{words.none}</p>}
        <Decision />
        {earlier.map((attempt) => (
          <details className="more earlier-reviews" key={attempt}>
            <summary>
              {words.attempt(number(attempt))} <span className="two">{words.score(fixed(mean(of(attempt)), 1))}</span>
            </summary>
            <Columns reviews={of(attempt)} />
          </details>
        ))}
      </Section>
    </div>
  )
}
