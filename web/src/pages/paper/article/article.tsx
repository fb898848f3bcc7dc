import { sectionNames } from '../../../../../src/core/names.ts'
import type { Labels } from '../../../../../src/report/labels/index.ts'
import type { ReportShown } from '../data/use-report.ts'
import { usePaper } from '../paper-context.ts'
import { frontOf } from '../text/front-of.ts'
import type { Report } from '../text/report-tree.ts'
import { Blocks } from './blocks.tsx'
import { Byline } from './byline.tsx'
import { Notes } from './notes.tsx'
import { NumbersLegend } from './numbers-legend.tsx'
import { AbstractBlock, SectionBlock } from './section-block.tsx'

/** What stands in the column of the paper; the rest has the width of the page, below. */
const inArticle = new Set<string>([...sectionNames, 'references', 'alsoRead', 'check', 'other'])
const numbered = new Set<string>(sectionNames.filter((name) => name !== 'abstract'))

type ArticleProps = Pick<ReportShown, 'stage'> & { report: Report; labels: Labels; complete: boolean }

export const Article = ({ report, stage, labels, complete }: ArticleProps) => {
  const { view } = usePaper()
  const sections = report.sections.filter(({ kind }) => inArticle.has(kind))
  const order = sections.filter(({ kind }) => numbered.has(kind))
  return (
    <article className="article" lang={view.state.language}>
      <h1>{report.title || view.state.topic}</h1>
      <Byline />
      <Notes stage={stage} />
      <Blocks of={frontOf(report.front, labels)} />
      <NumbersLegend report={report} nothing={labels.check.nothing} complete={complete} />
      {sections.map((section) =>
        section.kind === 'abstract' ? (
          <AbstractBlock section={section} key={section.title} />
        ) : (
          <SectionBlock section={section} number={order.includes(section) ? order.indexOf(section) + 1 : undefined} key={section.title} />
        ),
      )}
    </article>
  )
}
