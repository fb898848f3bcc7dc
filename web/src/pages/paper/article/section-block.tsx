import { Fragment } from 'react'
import { useWords } from '../../../words/use-words.ts'
import { sectionId } from '../paper-context.ts'
import type { ReportSection } from '../text/report-tree.ts'
import { paperWords } from '../words.ts'
import { Blocks } from './blocks.tsx'
import { EvidenceLine } from './evidence-line.tsx'

const Parts = ({ section, lead }: { section: ReportSection; lead?: string }) =>
  section.parts.map(({ blocks, evidence }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name but its place.
    <Fragment key={place}>
      <Blocks of={blocks} lead={place === 0 && lead !== undefined ? <b>{lead} </b> : undefined} />
      {place > 0 && evidence && (
        <p className="part-end">
          <EvidenceLine evidence={evidence} />
        </p>
      )}
    </Fragment>
  ))

/** The abstract stands first, without a number, its head in the line. */
export const AbstractBlock = ({ section }: { section: ReportSection }) => {
  const { abstract } = useWords(paperWords)
  const evidence = section.parts[0]?.evidence
  return (
    <section className="abstract" id={sectionId('abstract')} aria-label={abstract}>
      <Parts section={section} lead={`${section.title}.`} />
      {evidence && (
        <p className="part-end">
          <EvidenceLine evidence={evidence} />
        </p>
      )}
    </section>
  )
}

/** A section of the paper; its head ends in the entries that tell it. */
export const SectionBlock = ({ section, number }: { section: ReportSection; number: number | undefined }) => {
  const evidence = section.parts[0]?.evidence
  return (
    <section aria-labelledby={`${sectionId(section.kind)}-head`} id={sectionId(section.kind)} className={`of-${section.kind}`}>
      <div className="section-head">
        <h2 id={`${sectionId(section.kind)}-head`}>
          {number !== undefined && <span className="n">{number}</span>}
          {section.title}
        </h2>
        {evidence && <EvidenceLine evidence={evidence} />}
      </div>
      <Parts section={section} />
    </section>
  )
}
