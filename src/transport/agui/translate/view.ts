import type { JsonPatchOperation } from '@ag-ui/core'
import type { ViewerState } from '../../../core/viewer/viewer-state.ts'
import { artifactPath } from './entry-path.ts'

/** The state of a thread: a run in few words. */
export type ThreadView = {
  run: string
  topic: string
  phase: ViewerState['phase']
  attempt: number
  outcome: ViewerState['outcome']
  /** Why nobody works on it, if that was written down. */
  halted: { cause: string; why: string } | null
  /** Calls of models, their tokens in both directions, and what they cost. */
  spent: { calls: number; tokens: number; cost: number }
  /** The program that leads this attempt, and its score from 0 to 1. */
  best: { program: string; score: number | null } | null
  /** Questions without an answer. The run waits for those that block. */
  questions: { id: string; text: string; options: readonly string[]; blocks: boolean }[]
  /** Where the report is served, on the same server; null until it is written. */
  report: string | null
}

const reportName = 'report/report.md'

export const reportPath = ({ run, artifacts }: ViewerState): string | null =>
  artifacts.some(({ name }) => name === reportName) ? artifactPath(run, reportName) : null

export const threadView = (state: ViewerState): ThreadView => {
  const { run, topic, phase, attempt, outcome, halted, spent, best, programs, questions } = state
  return {
    run,
    topic,
    phase,
    attempt,
    outcome,
    halted: halted && { cause: halted.cause, why: halted.why },
    spent: { calls: spent.calls, tokens: spent.input + spent.output, cost: spent.cost },
    best: best === null ? null : { program: best, score: programs.find(({ id }) => id === best)?.score ?? null },
    questions: questions.filter(({ answer }) => answer === null).map(({ id, text, options, blocks }) => ({ id, text, options, blocks })),
    report: reportPath(state),
  }
}

/** What leads from one view to the next, as JSON Patch: whole fields, because each is small. Empty when nothing changed. */
export const patchOf = (from: ThreadView, to: ThreadView): JsonPatchOperation[] =>
  Object.entries(to).flatMap(([field, value]): JsonPatchOperation[] =>
    JSON.stringify(value) === JSON.stringify(from[field as keyof ThreadView]) ? [] : [{ op: 'replace', path: `/${field}`, value }],
  )
