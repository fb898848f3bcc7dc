import { Section } from '../../../parts/section.tsx'
import { useWords } from '../../../words/use-words.ts'
import { sectionId } from '../paper-context.ts'
import type { Report } from '../text/report-tree.ts'
import { paperWords } from '../words.ts'
import { Blocks } from './blocks.tsx'

const appendixKinds = new Set<string>(['attempts', 'programs', 'cost', 'reproduce'])

/** What gal adds about the making: other attempts, programs, cost, the command that gives it again. */
export const Appendix = ({ report, language }: { report: Report; language: string }) => {
  const words = useWords(paperWords)
  const sections = report.sections.filter(({ kind }) => appendixKinds.has(kind))
  if (sections.length === 0) return null
  return (
    <Section title={words.appendix} className="appendix">
      <div className="appendix-columns article" lang={language}>
        {sections.map(({ kind, title, parts }) => (
          <section key={kind} id={sectionId(kind)} aria-label={title} className={`of-${kind}`}>
            <h3 className="appendix-head">{title}</h3>
            <Blocks of={parts.flatMap(({ blocks }) => blocks)} />
          </section>
        ))}
      </div>
    </Section>
  )
}
