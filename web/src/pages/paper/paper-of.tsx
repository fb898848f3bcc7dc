import { useMemo } from 'react'
import { labelsOf } from '../../../../src/report/labels/index.ts'
import type { RunView } from '../../live/run-view.ts'
import { useWords } from '../../words/use-words.ts'
import { Appendix } from './article/appendix.tsx'
import { Article } from './article/article.tsx'
import { Contents } from './article/contents.tsx'
import { Downloads } from './article/downloads.tsx'
import { contentsOf } from './data/contents-of.ts'
import { entriesById } from './data/entries-of.ts'
import { referencesOf } from './data/references.ts'
import { useReport } from './data/use-report.ts'
import { useTraced } from './data/use-traced.ts'
import { EmptyPaper } from './empty-paper.tsx'
import { EvidencePanel } from './panel/evidence-panel.tsx'
import { PaperContext } from './paper-context.ts'
import { Reviews } from './reviews/reviews.tsx'
import { useChosen } from './use-chosen.ts'
import { paperWords } from './words.ts'

/** Contents, paper and evidence side by side; reviews and the making below them. */
export const PaperOf = ({ view }: { view: RunView }) => {
  const words = useWords(paperWords)
  const { loading } = useWords()
  const { state } = view
  const shown = useReport(view)
  const { report, marks, complete } = useTraced(view, shown.report)
  const { chosen, choose, go, close } = useChosen(marks)
  const labels = labelsOf(state.language)
  const references = useMemo(() => referencesOf(report, state.papers), [report, state.papers])
  const paper = { view, marks, references, entries: entriesById(state), chosen, choose }
  return (
    <PaperContext value={paper}>
      <div className={chosen ? 'reading has-chosen' : 'reading'}>
        <div className="contents">
          <Contents entries={contentsOf(shown, labels, words.reviews.title)} />
          <Downloads />
        </div>
        {shown.problem && (
          <div className="problem-note" role="alert">
            <h2>{words.problem}</h2>
            <p>{shown.problem.message}</p>
          </div>
        )}
        {shown.report && <Article report={report} stage={shown.stage} labels={labels} complete={complete} />}
        {!shown.report && shown.stage !== 'final' && <EmptyPaper run={view.run} state={state} />}
        {!shown.report && shown.stage === 'final' && !shown.problem && <p className="waiting article">{loading}</p>}
        {shown.report && <EvidencePanel go={go} close={close} />}
      </div>
      <Reviews />
      <Appendix report={report} language={state.language} />
    </PaperContext>
  )
}
