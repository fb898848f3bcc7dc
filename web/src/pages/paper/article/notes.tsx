import { EntryNumber } from '../../../parts/entry-number.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { ReportShown } from '../data/use-report.ts'
import { usePaper } from '../paper-context.ts'
import { paperWords } from '../words.ts'

const Rehearsal = () => {
  const { rehearsal } = useWords()
  return (
    <p className="rehearsal">
      <span className="tag">{rehearsal.tag}</span>
      {rehearsal.why}
    </p>
  )
}

/** A run that did not reach what it should says so before anything else. */
const Shortfall = () => {
  const {
    view: { run, state },
  } = usePaper()
  const words = useWords(paperWords)
  const { outcome } = state
  if (!outcome || outcome.kind === 'complete') return null
  const end = state.marks.findLast(({ kind }) => kind === 'end')
  return (
    <div className="problem-note" role="note">
      <h2>{words.outcome[outcome.kind]}</h2>
      <p>
        {outcome.why} {end && <EntryNumber run={run} seq={end.seq} />}
      </p>
    </div>
  )
}

/** What a reader has to know before the first line: how the run ended, that it is a rehearsal, that it is a draft. */
export const Notes = ({ stage }: Pick<ReportShown, 'stage'>) => {
  const {
    view: { state },
  } = usePaper()
  const words = useWords(paperWords)
  return (
    <>
      <Shortfall />
      {stage === 'draft' && (
        <p className="draft-note">
          <span className="tag">{words.draft}</span>
          {words.draftWhy}
        </p>
      )}
      {state.model.startsWith('rehearsal') && <Rehearsal />}
    </>
  )
}
