import { sectionNames } from '../../../../../src/core/names.ts'
import type { Registry } from '../trace/registry.ts'
import type { Trace } from '../trace/source.ts'
import { traceNumerals } from '../trace/trace-numerals.ts'
import { markNumbers, passageText } from './mark-numbers.ts'
import type { Part, Report, ReportSection } from './report-tree.ts'
import { type Block, type Inline, plainText } from './text-tree.ts'

/** A number of the page: what it is traced to, and in which section it stands. */
export type Mark = Trace & { mark: number; section: string; title: string; evidence: readonly string[] }
export type TracedReport = { report: Report; marks: readonly Mark[] }

/** Numbers of these sections are held against the record; the others are lists that gal makes from it. */
const traced = new Set<string>(sectionNames)
/** The name of a figure and a year that is no paper's claim nothing, so they are no marks. */
const claims = ({ kind, sources }: Trace): boolean => kind !== 'label' && (kind !== 'year' || sources.length > 0)

/** A table of comparisons says in its caption alone what is compared; it is known by its column of effect sizes. */
const isOfComparisons = (head: readonly (readonly Inline[])[]): boolean => head.some((cell) => plainText(cell) === 'dz')

/** The report with a mark around every number of its sections, and the marks in the order in which they are read. */
export const traceReport = (report: Report, registry: Registry): TracedReport => {
  const marks: Mark[] = []
  const aboutOf = (head: readonly (readonly Inline[])[]) => (isOfComparisons(head) ? [registry.compared] : [])

  const passage = (
    children: readonly Inline[],
    { kind: section, title }: ReportSection,
    evidence: readonly string[],
    head: string,
  ): readonly Inline[] => {
    const found = traceNumerals(passageText(children), evidence, registry, head).filter(claims)
    const placed = found.map((trace) => {
      const mark = { ...trace, mark: marks.length, section, title, evidence }
      marks.push(mark)
      return mark
    })
    return markNumbers(children, placed)
  }

  const block = (one: Block, section: ReportSection, evidence: readonly string[], head: string): Block => {
    switch (one.kind) {
      case 'heading':
      case 'paragraph':
        return { ...one, children: passage(one.children, section, evidence, head) }
      case 'quote':
        return { ...one, children: one.children.map((child) => block(child, section, evidence, head)) }
      case 'list':
        return { ...one, items: one.items.map((item) => item.map((child) => block(child, section, evidence, head))) }
      case 'table':
        return {
          ...one,
          rows: one.rows.map((row) =>
            row.map((cell, column) =>
              passage(
                cell,
                section,
                evidence,
                [plainText(one.head[column] ?? []), ...row.slice(0, column).map(plainText), ...aboutOf(one.head)].join(' | '),
              ),
            ),
          ),
        }
      default:
        return one
    }
  }

  const part = ({ blocks, evidence }: Part, section: ReportSection): Part => ({
    evidence,
    blocks: blocks.map((one) => block(one, section, evidence?.ids ?? [], '')),
  })

  const sections = report.sections.map(
    (section): ReportSection =>
      traced.has(section.kind) ? { ...section, parts: section.parts.map((one) => part(one, section)) } : section,
  )
  return { report: { ...report, sections }, marks }
}
