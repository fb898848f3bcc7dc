import type { ReadonlyState } from '../../state.ts'
import { byTurn } from '../../turn-id.ts'
import type { ViewerState } from '../viewer-state.ts'

const isSpent = ({ calls, seconds }: { calls: number; seconds: number }): boolean => calls > 0 || seconds > 0

/** For tests: what both the state and the view of a run know, in one form, so that they can be compared. */
export const factsOfState = (state: ReadonlyState) => ({
  topic: state.topic,
  seed: state.seed,
  language: state.language,
  changed: state.changed,
  model: state.model,
  phase: state.phase?.name ?? null,
  attempts: state.attempts,
  ended: state.ended,
  outcome: state.outcome ?? null,
  spent: { ...state.spent, byPhase: Object.fromEntries(Object.entries(state.spent.byPhase).filter(([, spent]) => isSpent(spent))) },
  pausing: state.outcome ? null : (state.pausing ?? null),
  stopping: state.outcome ? null : (state.stopping ?? null),
  papers: Object.keys(state.added).toSorted(),
  read: Object.keys(state.read).toSorted(),
  searches: state.searches,
  contract: state.now.contract?.metric ?? null,
  card: state.now.card?.source ?? null,
  judged: [
    ...new Map(state.now.judgements.map(({ program, accepted, p = null }) => [program, { program, accepted, p }])).values(),
  ].toSorted((a, b) => byTurn(a.program, b.program)),
  programs: [...state.earlier, state.now].flatMap(({ programs }, attempt) =>
    Object.values(programs).map(({ id, status, score = null, metrics, why = null, seeds, flags = [] }) => ({
      attempt,
      id,
      status,
      score,
      metrics,
      why,
      seeds: seeds?.length ?? null,
      flags: flags.map(({ kind }) => kind),
    })),
  ),
  sections: state.now.report.turns,
  reportScores: state.now.reportScores,
  reviews: Object.values(state.now.reviews).map(({ id, form, score }) => ({ id, form, score })),
  decision: state.now.decision ?? null,
  questions: Object.values(state.questions).map(({ id, answer }) => ({ id, answer: answer?.text ?? null })),
  notes: state.notes.map(({ text }) => text),
  artifacts: state.artifacts,
  turns: state.phase?.turns.filter(({ end }) => !end).map(({ id }) => id) ?? [],
})

const record = <Item, Value>(items: readonly Item[], key: (item: Item) => string, value: (item: Item) => Value): Record<string, Value> =>
  Object.fromEntries(items.map((item) => [key(item), value(item)]))

const statesAttempt = (attempt: number): number => attempt - 1

export const factsOfView = (view: ViewerState): ReturnType<typeof factsOfState> => {
  const { seconds, calls, input, output, cost } = view.spent
  const seen = view.phases.filter(({ attempts }) => attempts.length > 0)
  const { halted, asked } = view
  return {
    topic: view.topic,
    seed: view.seed,
    language: view.language,
    changed: [...view.changed],
    model: view.model,
    phase: view.phase,
    attempts: record(
      seen,
      ({ name }) => name,
      ({ attempts }) => attempts.at(-1)?.attempt ?? 0,
    ),
    ended: seen
      .flatMap(({ name, attempts }) =>
        attempts.flatMap(({ attempt, outcome, endSeq }) => (outcome && endSeq ? [{ endSeq, phase: name, attempt, outcome }] : [])),
      )
      .toSorted((a, b) => a.endSeq - b.endSeq)
      .map(({ endSeq: _, ...ended }) => ended),
    outcome: view.outcome,
    spent: {
      seconds,
      calls,
      input,
      output,
      cost,
      byPhase: record(
        view.phases.filter(({ spent }) => isSpent(spent)),
        ({ name }) => name,
        ({ spent }) => spent,
      ),
    },
    pausing: asked.pause ?? (halted?.cause === 'pause' ? (halted.by ?? null) : null),
    stopping: asked.stop ?? (halted?.cause === 'stop' ? (halted.by ?? null) : null),
    papers: view.papers.flatMap(({ id, status }) => (status === 'added' ? [id] : [])).toSorted(),
    read: view.papers.flatMap(({ id, readSeq }) => (readSeq === null ? [] : [id])).toSorted(),
    searches: view.searches.map(({ seq: _, ...search }) => search),
    contract: view.contract?.metric ?? null,
    card: view.card?.source ?? null,
    judged: view.programs
      .flatMap(({ id, attempt, judged }) =>
        judged && attempt === view.attempt ? [{ program: id, accepted: judged.accepted, p: judged.p }] : [],
      )
      .toSorted((a, b) => byTurn(a.program, b.program)),
    programs: view.programs.map(({ id, attempt, status, score, metrics, why, seeds = null, flags = [] }) => ({
      attempt: statesAttempt(attempt),
      id,
      status,
      score,
      metrics,
      why,
      seeds,
      flags: flags.map(({ kind }) => kind),
    })),
    sections: record(
      view.sections,
      ({ name }) => name,
      ({ turn }) => turn,
    ),
    reportScores: view.reportScores
      .filter(({ attempt }) => attempt === view.attempt)
      .map(({ turn, score, kept }) => ({ turn, score, kept })),
    reviews: view.reviews.filter(({ attempt }) => attempt === view.attempt).map(({ id, form, score }) => ({ id, form, score })),
    decision: view.decision && { kind: view.decision.kind, why: view.decision.why },
    questions: view.questions.map(({ id, answer }) => ({ id, answer: answer?.text ?? null })),
    notes: view.notes.map(({ text }) => text),
    artifacts: record(
      view.artifacts,
      ({ name }) => name,
      ({ sha256, bytes }) => ({ sha256, bytes }),
    ),
    turns: view.people
      .flatMap(({ open, held = [] }) => [...open, ...held])
      .toSorted((a, b) => byTurn(a.turn, b.turn))
      .map(({ turn }) => turn),
  }
}
