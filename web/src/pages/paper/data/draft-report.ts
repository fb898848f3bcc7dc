import { sectionNames } from '../../../../../src/core/names.ts'
import type { PaperView, ViewerState } from '../../../../../src/core/viewer/viewer-state.ts'
import { referenceLine } from '../../../../../src/report/bibliography.ts'
import { createCitations, type StoredPaper } from '../../../../../src/report/citations.ts'
import { labelsOf } from '../../../../../src/report/labels/index.ts'
import { neutralise } from '../../../../../src/report/neutralise.ts'
import { parseMarkdown } from '../text/parse-markdown.ts'
import type { Report, ReportSection } from '../text/report-tree.ts'

const paperOf = ({ id, title, authors, year, url, source }: PaperView): StoredPaper => ({
  id,
  source,
  title,
  authors: [...authors],
  abstract: '',
  ...(year === null ? {} : { year }),
  url: url ?? '',
})

/** The sections of a draft in the form of a report: cited papers are numbered as the report will number them. */
export const draftReport = (state: ViewerState, texts: ReadonlyMap<number, string>): Report => {
  const labels = labelsOf(state.language)
  const papers = new Map(state.papers.filter(({ status }) => status === 'added').map((paper) => [paper.id, paperOf(paper)]))
  const citations = createCitations(papers, '#references', labels.unknownSource)
  const final = state.programs.findLast(
    ({ operator, status, attempt }) => operator === 'final' && status === 'ok' && attempt === state.attempt,
  )
  const sections = sectionNames.flatMap((name): ReportSection[] => {
    const section = state.sections.find((one) => one.name === name)
    const text = section && texts.get(section.seq)
    if (!section || text === undefined) return []
    const ids = final ? [section.turn, final.id] : [section.turn]
    const blocks = parseMarkdown(neutralise(text, citations.cite))
    return [{ kind: name, title: labels.sections[name], parts: [{ blocks, evidence: { ids, file: '' } }] }]
  })
  const lines = citations.cited().map((paper, place) => `${place + 1}. ${referenceLine(paper, labels.noAuthors)}`)
  const references: ReportSection[] = lines.length
    ? [{ kind: 'references', title: labels.heads.references, parts: [{ blocks: parseMarkdown(lines.join('\n')), evidence: null }] }]
    : []
  return { title: state.topic, front: [], sections: [...sections, ...references] }
}
