import type { Metric } from '../../../../../src/core/metric.ts'
import type { PaperView, ViewerState } from '../../../../../src/core/viewer/viewer-state.ts'
import type { Fact } from './fact.ts'
import { factsOf } from './facts.ts'
import type { Count, SettingText, Source } from './source.ts'

export type ScoreSource = Extract<Source, { type: 'score' }>

/** All that numbers of a report are held against. */
export type Registry = {
  /** What a program's metrics give; calculated once. */
  factsOf(program: string): readonly Fact[]
  /** The final runs, that of this attempt first. */
  finals: readonly string[]
  counts: readonly Count[]
  scores: readonly ScoreSource[]
  settings: readonly SettingText[]
  papers: readonly PaperView[]
  /** What the plan's comparisons are about: the metric that decides, and the proposed arm. */
  compared: string
}

/** The metrics of a program stay the same list while the run goes on, and what they give is dear to calculate. */
const made = new WeakMap<readonly Metric[], readonly Fact[]>()
const nothing: readonly Metric[] = []

const countsOf = (state: ViewerState): Count[] => {
  const added = state.papers.filter(({ status }) => status === 'added')
  const found = state.papers
  const count = (of: Count['of'], value: number, seqs: readonly (number | null)[]): Count => ({
    of,
    value,
    seqs: seqs.flatMap((seq) => seq ?? []),
  })
  const attempts = Array.from({ length: state.attempt }, (_, place) => place + 1)
  return [
    count(
      'papers',
      added.length,
      added.map(({ addedSeq }) => addedSeq),
    ),
    count(
      'papers-found',
      found.length,
      found.map(({ foundSeq }) => foundSeq),
    ),
    count(
      'searches',
      state.searches.length,
      state.searches.map(({ seq }) => seq),
    ),
    count('attempts', state.attempt, []),
    ...attempts.flatMap((attempt) => {
      const programs = state.programs.filter(
        (program) => program.attempt === attempt && !['try', 'dataset', 'final'].includes(program.operator),
      )
      const failed = programs.filter(({ status }) => status === 'failed')
      const reviews = state.reviews.filter((review) => review.attempt === attempt)
      return [
        count(
          'attempt',
          attempt,
          state.phases
            .flatMap(({ attempts: all }) => all.filter((one) => one.attempt === attempt).map(({ startSeq }) => startSeq))
            .slice(0, 1),
        ),
        // Of a very long run not everything is here, and what is not here cannot be counted.
        ...(state.programsLeftOut
          ? []
          : [
              count(
                'programs',
                programs.length,
                programs.map(({ startSeq }) => startSeq),
              ),
              count(
                'programs-failed',
                failed.length,
                failed.map(({ endSeq }) => endSeq),
              ),
            ]),
        ...(state.reviewsLeftOut
          ? []
          : [
              count(
                'reviews',
                reviews.length,
                reviews.map(({ seq }) => seq),
              ),
            ]),
      ]
    }),
  ].filter(({ value }) => value > 0)
}

const scoresOf = (state: ViewerState): ScoreSource[] => [
  ...state.reviews.map(({ reviewer, attempt, score, seq }) => ({
    type: 'score' as const,
    of: 'review' as const,
    name: `${reviewer}, ${attempt}`,
    value: score,
    seq,
  })),
  ...state.programs.flatMap(({ id, score, scoreSeq }) =>
    score === null || scoreSeq === null ? [] : [{ type: 'score' as const, of: 'program' as const, name: id, value: score, seq: scoreSeq }],
  ),
  ...state.reportScores.map(({ turn, score, seq }) => ({ type: 'score' as const, of: 'report' as const, name: turn, value: score, seq })),
]

const isFinal = ({ operator, status }: ViewerState['programs'][number]) => operator === 'final' && status === 'ok'

/** `settings` are the texts in which settings stand: they are long, and come later than the rest. */
export const createRegistry = (state: ViewerState, settings: readonly SettingText[]): Registry => {
  const metrics = new Map(state.programs.map((program) => [program.id, program.metrics]))
  return {
    factsOf(program) {
      const measured = metrics.get(program) ?? nothing
      const known = made.get(measured) ?? factsOf(program, measured)
      made.set(measured, known)
      return known
    },
    finals: state.programs
      .filter(isFinal)
      .map(({ id }) => id)
      .reverse(),
    counts: countsOf(state),
    scores: scoresOf(state),
    settings,
    papers: state.papers,
    compared: state.contract ? `${state.contract.metric} | ${state.contract.proposed}` : '',
  }
}
