import { hashOf } from '../core/canonical.ts'
import type { ReadonlyState } from '../core/state.ts'
import { byTurn } from '../core/turn-id.ts'

/** Sums of prices depend in their last digits on the order of the calls, which may differ. */
const roundedCost = (cost: number): number => Number(cost.toFixed(9))

const comparable = (value: unknown): string => JSON.stringify(value)
const ordered = <Item extends { turn: string }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => byTurn(a.turn, b.turn) || (comparable(a) < comparable(b) ? -1 : 1))

/**
 * SHA-256 of what a run came to. Equal for two runs that did the same work, however often either was killed and taken up
 * again: times, the run's id, halts, the model's name and what a person wanted at the moment are not part of it.
 */
export const endStateHash = (state: ReadonlyState): string => {
  const { topic, seed, language, configHash, attempts, ended, found, added, read, now, earlier, artifacts, outcome } = state
  const { calls, input, output, cost } = state.spent
  return hashOf({
    topic,
    seed,
    language,
    configHash,
    attempts,
    ended,
    found,
    added,
    read,
    searches: ordered(state.searches),
    now,
    earlier,
    notes: state.notes.map(({ text, phase }) => ({ text, phase })),
    questions: Object.values(state.questions)
      .map(({ id, text, options, blocks, answer }) => ({ turn: id, text, options, blocks, answer: answer?.text }))
      .sort((a, b) => byTurn(a.turn, b.turn)),
    artifacts,
    outcome,
    spent: { calls, input, output, cost: roundedCost(cost) },
  })
}
