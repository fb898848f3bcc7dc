import { EntryNumber } from '../../../parts/entry-number.tsx'
import { useWords } from '../../../words/use-words.ts'
import { usePaper } from '../paper-context.ts'
import type { Evidence } from '../text/report-tree.ts'
import { paperWords } from '../words.ts'

/** The entries that a block follows from; what is not on the record here is named by its id. */
export const EvidenceLine = ({ evidence }: { evidence: Evidence }) => {
  const { view, entries } = usePaper()
  const words = useWords(paperWords)
  return (
    <span className="from-entries">
      <span className="three">{words.evidence}</span>
      {evidence.ids.map((id) => {
        const seq = entries.get(id)
        return seq === undefined ? (
          <span className="no" key={id}>
            {id}
          </span>
        ) : (
          <EntryNumber run={view.run} seq={seq} key={id} />
        )
      })}
    </span>
  )
}
