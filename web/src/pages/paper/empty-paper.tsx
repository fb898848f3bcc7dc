import { Link } from 'wouter'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { runHref } from '../../parts/bar.tsx'
import { useWords } from '../../words/use-words.ts'
import { paperWords } from './words.ts'

/** Before a word is written: what will stand here, and where the run is now; or that the run ended without a paper. */
export const EmptyPaper = ({ run, state: { topic, outcome, phase } }: { run: string; state: ViewerState }) => {
  const { empty } = useWords(paperWords)
  const { phases } = useWords()
  return (
    <article className="article">
      <h1>{topic}</h1>
      <div className="empty">
        <h2>{outcome ? empty.none : empty.title}</h2>
        <p>{outcome ? empty.ended : empty.why}</p>
        <p className="onward">
          {!outcome && phase !== null && `${empty.now(phases[phase])} `}
          <Link href={runHref(run)}>{empty.lab}</Link>
        </p>
      </div>
    </article>
  )
}
