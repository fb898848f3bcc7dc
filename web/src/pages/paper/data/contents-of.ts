import { sectionNames } from '../../../../../src/core/names.ts'
import type { Labels } from '../../../../../src/report/labels/index.ts'
import type { ContentsEntry } from '../article/contents.tsx'
import { sectionId } from '../paper-context.ts'
import type { ReportShown } from './use-report.ts'

const shown = ['references', 'check'] as const

/** The sections that a paper has or will have, in their order, and what follows them. */
export const contentsOf = ({ report, stage }: Pick<ReportShown, 'report' | 'stage'>, labels: Labels, reviews: string): ContentsEntry[] => {
  const written = new Set<string>(report?.sections.map(({ kind }) => kind))
  const numbered = sectionNames.filter((name) => name !== 'abstract')
  const present = stage === 'final' ? numbered.filter((name) => written.has(name)) : numbered
  return [
    { id: sectionId('abstract'), title: labels.sections.abstract, written: written.has('abstract') },
    ...present.map((name, place) => ({ id: sectionId(name), title: `${place + 1} ${labels.sections[name]}`, written: written.has(name) })),
    ...shown.filter((kind) => written.has(kind)).map((kind) => ({ id: sectionId(kind), title: labels.heads[kind], written: true })),
    { id: sectionId('reviews'), title: reviews, written: true },
  ]
}
