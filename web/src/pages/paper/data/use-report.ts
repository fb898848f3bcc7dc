import { useMemo } from 'react'
import { labelsOf } from '../../../../../src/report/labels/index.ts'
import type { RunView } from '../../../live/run-view.ts'
import { useRest } from '../../../live/use-live.ts'
import { parseMarkdown } from '../text/parse-markdown.ts'
import { type Report, readReport } from '../text/report-tree.ts'
import { draftReport } from './draft-report.ts'
import { artifactPath, reportName } from './run-path.ts'
import { useLast } from './use-last.ts'
import { useLoaded } from './use-loaded.ts'
import { useWholeTexts } from './use-whole-texts.ts'

/** `stage` none: nothing is written. draft: sections as they stand. final: report.md. */
export type ReportShown = { stage: 'none' | 'draft' | 'final'; report: Report | undefined; problem: Error | undefined }

const hashOf = (artifacts: RunView['state']['artifacts']): string | undefined =>
  artifacts.findLast(({ name }) => name === reportName)?.sha256

/**
 * The report of a run as it was at the moment shown. The file on the disk is that of the last report.md of the log, so at an
 * earlier moment the draft of that moment is shown.
 */
export const useReport = (view: RunView): ReportShown => {
  const { run, state, head } = view
  const rest = useRest()
  const hash = hashOf(state.artifacts)
  const written = hash !== undefined && hash === hashOf(head.artifacts) ? hash : undefined
  const load = useMemo(
    () =>
      written === undefined
        ? null
        : async (signal: AbortSignal) => ({ of: written, text: await (await rest.blob(artifactPath(run, reportName), { signal })).text() }),
    [rest, run, written],
  )
  const file = useLoaded(load)
  const drafted = useWholeTexts(view, written === undefined ? state.sections.map(({ seq }) => seq) : [])
  const labels = labelsOf(state.language)
  const final = useMemo(() => (file.value ? readReport(parseMarkdown(file.value.text), labels) : undefined), [file.value, labels])
  const { sections, papers, programs } = state
  const ready = written === undefined && sections.length > 0 && sections.every(({ seq }) => drafted.value?.has(seq))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a live run changes with every entry; only these parts of it make the draft.
  const made = useMemo(
    () => (ready && drafted.value ? draftReport(state, drafted.value) : undefined),
    [ready, sections, papers, programs, drafted.value],
  )
  const draft = useLast(made)
  if (written !== undefined) return { stage: 'final', report: final, problem: file.problem }
  if (sections.length === 0) return { stage: 'none', report: undefined, problem: undefined }
  return { stage: 'draft', report: draft, problem: drafted.problem }
}
