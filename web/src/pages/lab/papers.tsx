import { memo } from 'react'
import type { PaperView } from '../../../../src/core/viewer/viewer-state.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { Section } from '../../parts/section.tsx'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { Nothing } from './nothing.tsx'
import { safeLink } from './safe-link.ts'
import { labWords } from './words.ts'

/** A paper's own page, outside: what a source calls an address is a link only when it is one of the web. */
const Title = ({ paper: { title, url } }: { paper: PaperView }) => {
  const { papers } = useWords(labWords)
  const address = safeLink(url)
  if (!address) return <span className="title">{title}</span>
  return (
    <a className="title" href={address} target="_blank" rel="noopener noreferrer">
      {title}
      <span className="visually-hidden"> ({papers.opens})</span>
    </a>
  )
}

const Paper = ({ run, paper }: { run: string; paper: PaperView }) => {
  const { papers } = useWords(labWords)
  return (
    <li>
      <Title paper={paper} />
      <span className="ref">
        <span>{paper.id}</span>
        {paper.year !== null && <span>{paper.year}</span>}
        {paper.status !== 'added' && <span>{papers.statuses[paper.status]}</span>}
        <EntryNumber run={run} seq={paper.addedSeq ?? paper.readSeq ?? paper.foundSeq} />
      </span>
      {paper.note !== '' && <p className="learnt">{paper.note}</p>}
    </li>
  )
}

/** Papers that the lab added, with what it learnt from them; those only found or read folded away. */
export const Papers = memo(({ run, papers }: { run: string; papers: readonly PaperView[] }) => {
  const words = useWords(labWords).papers
  const { number } = useFormats()
  const added = papers.filter(({ status }) => status === 'added')
  const others = papers
    .filter(({ status }) => status !== 'added')
    .toSorted((a, b) => Number(a.status === 'found') - Number(b.status === 'found'))
  const read = papers.filter(({ readSeq }) => readSeq !== null).length
  return (
    <Section
      title={words.title}
      note={papers.length > 0 ? words.note(number(added.length), number(read), number(papers.length)) : undefined}
    >
      {papers.length === 0 && <Nothing yet={words.empty} />}
      <ul className="papers">
        {added.map((paper) => (
          <Paper key={paper.id} run={run} paper={paper} />
        ))}
      </ul>
      {others.length > 0 && (
        <details className="more">
          <summary>{words.others(others.length)}</summary>
          <ul className="papers">
            {others.map((paper) => (
              <Paper key={paper.id} run={run} paper={paper} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
})
