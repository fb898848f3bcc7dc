import { type SectionName, sectionNames } from '../core/names.ts'
import type { ReadonlyAttempt, ReadonlyProgram, ReadonlyState } from '../core/state.ts'
import type { ReadText } from '../core/text.ts'
import { renderAttempts } from './attempts.ts'
import { referenceLine } from './bibliography.ts'
import { renderChecks } from './checks.ts'
import { type Citations, createCitations, storedPapers } from './citations.ts'
import { comparisonsOf, renderComparisons } from './comparisons.ts'
import { evidenceLink, programFile, sectionEvidence } from './evidence.ts'
import type { Figure } from './figures.ts'
import { renderFindings } from './findings.ts'
import { renderFront } from './front.ts'
import type { Labels } from './labels/index.ts'
import { neutralise } from './neutralise.ts'
import { renderCost, renderPrograms, renderReproduction } from './record.ts'
import { renderResults } from './results-table.ts'
import { renderReviews } from './reviews.ts'
import type { Summary } from './summary.ts'
import { renderDataCard, renderTerms } from './terms.ts'

/** Everything that report.md is made from. */
export type Material = {
  state: ReadonlyState
  shown: { number: number; attempt: ReadonlyAttempt }
  winner: ReadonlyProgram | undefined
  summaries: readonly Summary[]
  figures: readonly Figure[]
  /** Whether a figure was wanted that no axis can show. */
  undrawn: boolean
  labels: Labels
  version: string
}

/** The anchor that readers of Markdown give a heading of level 2. */
const anchor = (heading: string): string =>
  `#${heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-')}`

/** Figures and table of the winning run: they stand below the words about the results, or in their place. */
const renderMeasured = ({ state, shown, winner, summaries, figures, undrawn, labels }: Material, { cite }: Citations): string[] => {
  const before = tablesBefore(shown.attempt)
  if (state.kind === 'survey')
    return renderFindings(shown.attempt, [labels.table(before + 1), labels.table(before + 2)], (id) => cite([id]), labels)
  if (state.kind === 'theory') return [labels.findings.theory]
  if (!winner) return [labels.notMeasured]
  const { contract } = shown.attempt
  const compared = comparisonsOf(shown.attempt, winner.metrics)
  const evidence = evidenceLink(labels, [winner.id], programFile(winner))
  const csv = `[${labels.csv}](tables/results.csv)`
  const table = summaries.length
    ? [`${labels.results(labels.table(before + 1))} ${csv}.`, renderResults(summaries, labels), evidence]
    : [labels.nothingMeasured]
  return [
    ...figures.flatMap(({ markdown }) => [markdown, evidence]),
    undrawn ? labels.notDrawn : '',
    ...table,
    ...renderComparisons(compared, labels.table(before + 2), contract?.metric ?? '', labels),
  ]
}

/** Tables above the results: what was agreed, and on which data. */
const tablesBefore = ({ contract, card }: ReadonlyAttempt): number => (contract ? 1 : 0) + (card ? 1 : 0)

/** What was agreed, and on which data: below the words about the setup. */
const renderSetup = ({ shown: { attempt }, labels }: Material): string[] => [
  ...renderTerms(attempt, labels.table(1), labels),
  ...renderDataCard(attempt, labels.table(tablesBefore(attempt)), labels),
]

const renderSection = (name: SectionName, material: Material, citations: Citations, readText: ReadText): string[] => {
  const { state, shown, winner, labels } = material
  const text = shown.attempt.report.sections[name]
  return [
    `## ${labels.sections[name]}`,
    ...(text === undefined
      ? [labels.missing]
      : [neutralise(readText(text), citations.cite), sectionEvidence(name, state, shown.attempt, winner, labels)]),
    ...(name === 'experimental-setup' ? renderSetup(material) : []),
    ...(name === 'results' ? renderMeasured(material, citations) : []),
  ]
}

const renderReferences = (citations: Citations, { heads, noReferences, noAuthors }: Labels): string[] => {
  const cited = citations.cited().map((paper, place) => `${place + 1}. ${referenceLine(paper, noAuthors)}`)
  const uncited = citations.uncited().map((paper) => `- ${referenceLine(paper, noAuthors)}`)
  return [
    `## ${heads.references}`,
    cited.join('\n') || noReferences,
    ...(uncited.length ? [`## ${heads.alsoRead}`, uncited.join('\n')] : []),
  ]
}

/** The report in Markdown. Sections come first, because the order of their citations numbers the references. */
export const renderDocument = (material: Material, readText: ReadText): string => {
  const { state, shown, winner, summaries, labels, version } = material
  const { heads } = labels
  const citations = createCitations(storedPapers(state), anchor(heads.references), labels.unknownSource)
  const sections = sectionNames.flatMap((name) => renderSection(name, material, citations, readText))
  const references = renderReferences(citations, labels)
  const others = renderAttempts(state, shown.number, labels, readText)
  const blocks = [
    ...renderFront(state, shown.number, labels),
    ...sections,
    ...references,
    `## ${heads.check}`,
    renderChecks(state, shown.attempt, { unknown: citations.unknown(), summaries, measured: winner !== undefined }, labels),
    `## ${heads.reviews}`,
    ...renderReviews(shown.attempt, labels),
    ...(others.length ? [`## ${heads.attempts}`, ...others] : []),
    `## ${heads.programs}`,
    renderPrograms(state, labels),
    `## ${heads.cost}`,
    ...renderCost(state, labels),
    `## ${heads.reproduce}`,
    ...renderReproduction(state, labels),
    winner ? labels.sources : '',
    labels.madeBy(version),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
