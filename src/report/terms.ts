import type { ReadonlyAttempt } from '../core/state.ts'
import type { Labels } from './labels/index.ts'
import { plain, table } from './plain.ts'

type Contract = NonNullable<ReadonlyAttempt['contract']>

const rowsOf = (terms: Contract, { terms: words }: Labels): string[][] => {
  const list = (names: readonly string[]) => names.map(plain).join('; ') || words.none
  const unit = terms.unit === undefined ? '' : ` (${plain(terms.unit)})`
  return [
    [words.hypotheses, list(terms.hypotheses)],
    [words.metric, `${plain(terms.metric)}${unit}, ${words[terms.goal]}`],
    [words.proposed, plain(terms.proposed)],
    [words.baselines, list(terms.baselines)],
    [words.ablations, list(terms.ablations)],
    [words.datasets, list(terms.datasets)],
    [words.repetitions, String(terms.repetitions)],
    [words.evaluation, words[terms.evaluation]],
  ]
}

/** What the plan bound the lab to, as a table; nothing for a plan without terms. */
export const renderTerms = ({ contract }: ReadonlyAttempt, label: string, labels: Labels): string[] =>
  contract === undefined ? [] : [labels.terms.caption(label), table([labels.terms.term, labels.terms.agreed], rowsOf(contract, labels))]

/** The data card as a table; nothing when programs made or loaded their data. */
export const renderDataCard = ({ card }: ReadonlyAttempt, label: string, labels: Labels): string[] => {
  if (!card) return []
  const { data } = labels
  const missing = card.columns.filter((column) => column.missing > 0).map(({ name, missing: count }) => `${plain(name)}: ${count}`)
  const rows = [
    [data.rows, `${card.rows} (${card.splits.map(({ name, rows: count }) => `${data[name]} ${count}`).join(', ')})`],
    [data.columns, String(card.columns.length)],
    [data.target, plain(card.target)],
    ...(card.classes ? [[data.classes, card.classes.map(({ value, count }) => `${plain(value)}: ${count}`).join(', ')]] : []),
    [data.missing, missing.join(', ') || '0'],
    [data.duplicates, String(card.duplicates)],
    [data.across, String(card.acrossSplits)],
    [data.licence, card.licence === undefined ? data.unknown : plain(card.licence)],
    [data.hash, `\`${card.sha256}\``],
  ]
  return [
    data.caption(label, plain(card.source)),
    table([labels.terms.term, labels.terms.agreed], rows),
    card.problems.map((problem) => `- ${plain(problem)}`).join('\n'),
  ].filter(Boolean)
}
