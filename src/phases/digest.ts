import { isMeasured } from '../core/kinds.ts'
import { pool } from '../core/pool.ts'
import type { ReadonlyAttempt, ReadonlyProgram, ReadonlyState } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'
import { byTurn } from '../core/turn-id.ts'

/** The review in a few lines a paper. */
export const digestPapers = ({ found, added }: ReadonlyState): string =>
  Object.keys(added)
    .map((id) => `- [@${id}] ${found[id]?.title ?? id}${found[id]?.year ? ` (${found[id]?.year})` : ''}: ${added[id]?.note ?? ''}`)
    .join('\n') || '(no paper is in the review)'

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** What a program measured: mean and range of each measure and arm. */
export const digestMetrics = ({ metrics }: ReadonlyProgram): string => {
  const groups = new Map<string, number[]>()
  for (const { name, arm, split, step, value } of metrics) {
    if (step !== undefined) continue
    const key = [name, arm, split].filter(Boolean).join(' / ')
    groups.set(key, [...(groups.get(key) ?? []), value])
  }
  const rows = [...groups].map(
    ([key, values]) =>
      `${key}: mean ${Number(mean(values).toPrecision(5))}, from ${Number(Math.min(...values).toPrecision(5))} to ${Number(Math.max(...values).toPrecision(5))}, n = ${values.length}`,
  )
  return rows.join('\n') || '(no measurement)'
}

/** A program for those who judge it: code, what it measured, the end of its output. */
export const digestProgram = (program: ReadonlyProgram, readText: ReadText): string =>
  [
    `Program ${program.id} (${program.language}), ${program.status}${program.why ? `: ${program.why}` : ''}`,
    `Code:\n${readText(program.code as Text).slice(0, 20_000)}`,
    `Measured:\n${digestMetrics(program)}`,
    `Output:\n${readText(program.output as Text).slice(-3000) || '(none)'}`,
  ].join('\n\n')

/** Programs of the tree in the order in which they were asked for. */
export const programsOf = ({ programs }: ReadonlyAttempt): ReadonlyProgram[] =>
  Object.values(programs)
    .filter(({ operator }) => operator === 'draft' || operator === 'improve' || operator === 'repair')
    .sort((a, b) => byTurn(a.id, b.id))

/** The best program by what the lab measured: the last one that was accepted. */
export const acceptedProgram = ({ judgements, programs }: ReadonlyAttempt): ReadonlyProgram | undefined =>
  programs[judgements.findLast(({ accepted }) => accepted)?.program ?? '']

/** The best program: the accepted one, else of those that ran and measured something the one with the highest score, then the earlier one. */
export const bestProgram = (attempt: ReadonlyAttempt): ReadonlyProgram | undefined =>
  acceptedProgram(attempt) ??
  programsOf(attempt)
    .filter(({ status, metrics }) => status === 'ok' && metrics.length > 0)
    .reduce<ReadonlyProgram | undefined>((best, program) => (!best || (program.score ?? 0) > (best.score ?? 0) ? program : best), undefined)

/** The run that all numbers, figures and tables of the report come from: the winner, run again in a clean folder. */
export const finalRun = (attempt: ReadonlyAttempt): ReadonlyProgram | undefined =>
  Object.values(attempt.programs).find(({ operator, status }) => operator === 'final' && status === 'ok')

/** Findings of papers, a line each. */
const digestEffects = ({ effects }: ReadonlyAttempt): string =>
  effects
    .map(
      ({ paper, outcome, estimate, low, high, unit, quote }) =>
        `- [@${paper}] ${outcome}: ${estimate} ${unit} (95 % interval ${low} to ${high}): "${quote}"`,
    )
    .join('\n') || '(none is noted)'

const digestPooled = ({ effects }: ReadonlyAttempt): string =>
  pool(effects)
    .map(
      ({ outcome, unit, mean: pooled, low, high, studies }) =>
        `- ${outcome}: ${pooled} ${unit} (95 % interval ${low} to ${high}), ${studies} findings`,
    )
    .join('\n') || '(nothing can be pooled)'

/** What a judgement can rest on: the winner's last run, or, where no program runs, the papers and the findings noted from them. */
export const digestEvidence = (state: ReadonlyState, readText: ReadText): string => {
  if (!isMeasured(state.kind))
    return `The papers of the review:\n${digestPapers(state)}\n\nFindings:\n${digestEffects(state.now)}\n\nPooled:\n${digestPooled(state.now)}`
  const final = finalRun(state.now)
  return final ? digestProgram(final, readText) : '(no program ran to its end)'
}

/** The attempts before this one, for those who plan again. */
export const digestEarlier = ({ earlier }: ReadonlyState, readText: ReadText): string =>
  earlier
    .map((attempt, place) => {
      const final = finalRun(attempt)
      return [
        `Attempt ${place + 1}`,
        `Plan:\n${attempt.plan ? readText(attempt.plan as Text) : '(none)'}`,
        `Results:\n${final ? digestMetrics(final) : '(none)'}`,
        `Reviews:\n${digestReviews(attempt)}`,
        attempt.decision ? `Why we go back: ${attempt.decision.why}` : '',
      ]
        .filter(Boolean)
        .join('\n\n')
    })
    .join('\n\n') || '(this is the first attempt)'

export const digestReviews = ({ reviews }: ReadonlyAttempt): string =>
  Object.values(reviews)
    .sort((a, b) => byTurn(a.id, b.id))
    .map(
      ({ reviewer, form, score }) =>
        `${reviewer}: ${score} of 10, ${form.decision}. Weaknesses: ${form.weaknesses} Questions: ${form.questions}`,
    )
    .join('\n') || '(no review)'

/** The report so far, section by section. */
export const digestReport = ({ report }: ReadonlyAttempt, readText: ReadText, show: (text: string) => string = (text) => text): string =>
  Object.entries(report.sections)
    .map(([section, text]) => `### ${section}\n${show(readText(text as Text))}`)
    .join('\n\n') || '(nothing is written)'
