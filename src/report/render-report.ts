import type { ReadonlyState } from '../core/state.ts'
import type { ReadText } from '../core/text.ts'
import { renderBibliography } from './bibliography.ts'
import { storedPapers } from './citations.ts'
import { type Material, renderDocument } from './document.ts'
import { fileEnding, programFile } from './evidence.ts'
import { drawCurve, drawDots } from './figures.ts'
import { labelsOf } from './labels/index.ts'
import { shown } from './plain.ts'
import { renderReadme } from './readme.ts'
import { renderResultsCsv } from './results-table.ts'
import { renderReviewsJson } from './reviews.ts'
import { curveOf, primaryOf, summariesOf } from './summary.ts'
import { shownAttempt, winnerOf } from './winner.ts'

/** The winner's code, its data set's code and its output, as they were run. */
const sourceFiles = ({ winner, shown: { attempt } }: Material, readText: ReadText): Record<string, string> => {
  const { dataset } = attempt
  return {
    ...(dataset ? { [`src/dataset.${fileEnding[dataset.language]}`]: readText(dataset.code) } : {}),
    ...(winner ? { [programFile(winner)]: readText(winner.code), 'src/output.log': shown(readText(winner.output)) } : {}),
  }
}

const gather = async (state: ReadonlyState, version: string): Promise<Material> => {
  const labels = labelsOf(state.language)
  const about = shownAttempt(state)
  const winner = winnerOf(about.attempt)
  const metrics = winner?.metrics ?? []
  const summaries = summariesOf(metrics)
  const dots = await drawDots(primaryOf(summaries), labels.figure(1), labels)
  const curve = await drawCurve(curveOf(metrics), labels.figure(dots ? 2 : 1), labels)
  const figures = [dots, curve].filter((figure) => figure !== undefined && figure !== null)
  return { state, shown: about, winner, summaries, figures, undrawn: dots === null || curve === null, labels, version }
}

/**
 * The report of a run as files by name, each the same to the byte for the same work: nothing in them depends on when, where
 * or under which id the run was made. `version` is gal's. Rejects only when a stored text cannot be read.
 */
export const renderReport = async (
  state: ReadonlyState,
  readText: ReadText,
  { version }: { version: string },
): Promise<{ files: Record<string, string> }> => {
  const material = await gather(state, version)
  const papers = [...storedPapers(state).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const files: Record<string, string> = {
    'report.md': renderDocument(material, readText),
    ...Object.fromEntries(material.figures.map(({ file, svg }) => [file, svg])),
    'tables/results.csv': renderResultsCsv(material.summaries),
    ...sourceFiles(material, readText),
    'bibliography.bib': renderBibliography(papers),
    'reviews.json': renderReviewsJson(state),
  }
  return { files: { ...files, 'readme.md': renderReadme(material, Object.keys(files), readText) } }
}
