import { isMeasured } from '../core/kinds.ts'
import { sectionNames } from '../core/names.ts'
import type { ReadonlyAttempt, ReadonlyState } from '../core/state.ts'
import { byTurn } from '../core/turn-id.ts'
import { isRehearsal } from './front.ts'
import type { Labels } from './labels/index.ts'
import { plain } from './plain.ts'
import type { Summary } from './summary.ts'
import { winnerOf } from './winner.ts'

/** Many of one kind are told by the first of them. */
const mostNamed = 8
const list = (names: readonly string[]): string => [...names.slice(0, mostNamed), ...(names.length > mostNamed ? ['…'] : [])].join(', ')

const nameOf = ({ name, split, arm }: Summary): string => plain([name, split, arm].filter(Boolean).join(' / '))

const phaseChecks = ({ ended }: ReadonlyState, { check }: Labels): string[] =>
  ended.flatMap(({ phase, attempt, outcome }) => (outcome.kind === 'complete' ? [] : [check.phase(phase, attempt, plain(outcome.why))]))

/** Whose work the turns were: those in which the lab itself chose are named, so that nobody takes them for the model's. */
const turnChecks = (state: ReadonlyState, { check }: Labels): string[] => {
  const tallies = Object.values(state.tally)
  const sum = (of: (tally: (typeof tallies)[number]) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  const chosen = tallies.flatMap((tally) => tally.chosen).sort(byTurn)
  const [turns, repaired, nothing] = [sum((tally) => tally.turns), sum((tally) => tally.repaired), sum((tally) => tally.nothing)]
  if (isRehearsal(state) || repaired + chosen.length + nothing === 0) return []
  return [check.turns(turns, repaired, nothing), ...(chosen.length ? [check.chosen(chosen.length, chosen.join(', '))] : [])]
}

const searchChecks = ({ searches }: ReadonlyState, { check, searchStatus }: Labels): string[] =>
  searches
    .filter(({ status }) => status !== 'ok')
    .map(({ turn, query, source, status }) => ({
      turn,
      line: check.search(plain(query), plain(source), searchStatus[status] ?? plain(status)),
    }))
    .sort((a, b) => byTurn(a.turn, b.turn) || byTurn(a.line, b.line))
    .map(({ line }) => line)

const measureChecks = (summaries: readonly Summary[], { check }: Labels): string[] => {
  const single = summaries.filter(({ values }) => values.length === 1).map(nameOf)
  const constant = summaries.filter(({ sd }) => sd === 0).map(nameOf)
  return [...(single.length ? [check.single(list(single))] : []), ...(constant.length ? [check.constant(list(constant))] : [])]
}

/** What the numbers of the winner's last run say against themselves, and against what the plan asked for. */
const contractChecks = ({ kind }: ReadonlyState, attempt: ReadonlyAttempt, { check }: Labels): string[] => {
  const flags = winnerOf(attempt)?.flags ?? []
  const promised = isMeasured(kind) && attempt.contract?.evaluation === 'hold-out' && attempt.card === undefined
  return [...(flags.length ? [check.flags(flags.map(({ why }) => plain(why)).join('; '))] : []), ...(promised ? [check.selfReported] : [])]
}

/** What a reader should not take on trust, each a bullet. `unknown` are the ids cited that are no paper of the review. */
export const renderChecks = (
  state: ReadonlyState,
  attempt: ReadonlyAttempt,
  found: { unknown: readonly string[]; summaries: readonly Summary[]; measured: boolean },
  labels: Labels,
): string => {
  const { check, sections } = labels
  const missing = sectionNames.filter((name) => attempt.report.sections[name] === undefined).map((name) => sections[name])
  const ids = [...new Set(found.unknown)].map(plain)
  const lines = [
    ...(found.unknown.length ? [check.unknown(found.unknown.length, list(ids))] : []),
    ...(missing.length ? [check.missing(missing.join(', '))] : []),
    ...(found.measured || !isMeasured(state.kind) ? [] : [check.unmeasured]),
    ...measureChecks(found.summaries, labels),
    ...contractChecks(state, attempt, labels),
    ...phaseChecks(state, labels),
    ...turnChecks(state, labels),
    ...searchChecks(state, labels),
  ]
  return (lines.length ? lines : [check.nothing]).map((line) => `- ${line}`).join('\n')
}
