import './style/paper.css'
import './style/article.css'
import './style/marks.css'
import './style/evidence.css'
import './style/reviews.css'
import './style/appendix.css'
import './style/narrow.css'
import './style/print.css'
import { useRunView } from '../../live/use-live.ts'
import { useWords } from '../../words/use-words.ts'
import { PaperOf } from './paper-of.tsx'

/** The report of a run, each number of which can be followed to what it came from. */
export const PaperPage = ({ run }: { run: string }) => {
  const view = useRunView(run)
  const { loading } = useWords()
  return view ? <PaperOf view={view} /> : <p className="waiting">{loading}</p>
}
