import type { PaperView } from '../../../../../src/core/viewer/viewer-state.ts'
import { EntryNumber } from '../../../parts/entry-number.tsx'
import { useWords } from '../../../words/use-words.ts'
import { usePaper } from '../paper-context.ts'
import { linkKind } from '../text/safe-link.ts'
import { paperWords } from '../words.ts'

const Entries = ({ paper }: { paper: PaperView }) => {
  const {
    view: { run },
  } = usePaper()
  const { panel, paper: words } = useWords(paperWords)
  const steps = [
    { says: words.found(paper.source), seq: paper.foundSeq },
    { says: words.read, seq: paper.readSeq },
    { says: words.added, seq: paper.addedSeq },
  ].flatMap(({ says, seq }) => (seq === null ? [] : [{ says, seq }]))
  return (
    <>
      <h3>{panel.came}</h3>
      <ul className="links">
        {steps.map(({ says, seq }) => (
          <li key={says}>
            <span>{says}</span>
            <EntryNumber run={run} seq={seq} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the lab knows of a paper that is cited. */
export const CitationPanel = ({ number }: { number: number }) => {
  const { references } = usePaper()
  const { paper: words } = useWords(paperWords)
  const reference = references.find((one) => one.number === number)
  const paper = reference?.paper
  if (!paper)
    return (
      <output className="found">
        <p className="means">{reference?.text}</p>
        <p>{words.unknown}</p>
      </output>
    )
  return (
    <>
      <output className="found">
        <p className="means title">{paper.title}</p>
        <p>
          {paper.authors.join(', ') || words.noAuthors}
          {paper.year !== null && ` (${paper.year})`}
        </p>
      </output>
      {paper.url !== null && linkKind(paper.url) === 'outside' && (
        <p className="outward">
          <a href={paper.url} target="_blank" rel="noopener noreferrer nofollow">
            {words.open}
          </a>{' '}
          <span className="three mono-id">{paper.id}</span>
        </p>
      )}
      <h3>{words.learnt}</h3>
      <p className="learnt">{paper.note || words.notLearnt}</p>
      <Entries paper={paper} />
    </>
  )
}
