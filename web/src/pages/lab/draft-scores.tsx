import { Link } from 'wouter'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { entryHref } from '../../parts/entry-number.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { labWords } from './words.ts'

const top = 10

/** The marks that the draft was given, one after the other; each opens its entry. One that was put back is struck out. */
export const DraftScores = ({ run, marks }: { run: string; marks: ViewerState['reportScores'] }) => {
  const { draft } = useWords(labWords)
  const { fixed, number } = useFormats()
  return (
    <div className="draft-scores">
      <h3>{draft.scores}</h3>
      <ol>
        {marks.map(({ seq, score, kept }) => (
          <li key={seq} className={kept ? '' : 'put-back'}>
            <Link href={entryHref(run, seq)} title={kept ? undefined : draft.putBack}>
              <span className="visually-hidden">{`${draft.of(fixed(score, 2), number(top))}${kept ? '' : `, ${draft.putBack}`}`}</span>
              <span aria-hidden="true">{fixed(score, 2)}</span>
              <i aria-hidden="true" style={{ width: `${(score / top) * 100}%` }} />
            </Link>
          </li>
        ))}
      </ol>
    </div>
  )
}
