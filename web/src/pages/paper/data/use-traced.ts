import { useMemo } from 'react'
import type { RunView } from '../../../live/run-view.ts'
import type { Report } from '../text/report-tree.ts'
import { type TracedReport, traceReport } from '../text/trace-report.ts'
import { createRegistry } from '../trace/registry.ts'
import { settingPlaces, settingsOf } from './settings-of.ts'
import { useWholeTexts } from './use-whole-texts.ts'

const nothing: TracedReport = { report: { title: '', front: [], sections: [] }, marks: [] }

/** The report with its numbers traced; `complete` once the long texts in which settings stand are here as well. */
export const useTraced = (view: RunView, report: Report | undefined): TracedReport & { complete: boolean } => {
  const { state } = view
  const places = settingPlaces(state)
  const texts = useWholeTexts(
    view,
    places.map(({ seq }) => seq),
  )
  // A live run changes with every entry; only these parts of it can change what a number is traced to.
  const { programs, papers, reviews, reportScores, searches, attempt, plan, dataset } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: state is named by the parts that count.
  const registry = useMemo(
    () => createRegistry(state, settingsOf(state, texts.value)),
    [programs, papers, reviews, reportScores, searches, attempt, plan, dataset, texts.value],
  )
  const traced = useMemo(() => (report ? traceReport(report, registry) : nothing), [report, registry])
  return { ...traced, complete: texts.value !== undefined || places.length === 0 }
}
