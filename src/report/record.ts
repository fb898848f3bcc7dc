import { phaseNames } from '../core/names.ts'
import type { ReadonlyState } from '../core/state.ts'
import { byTurn } from '../core/turn-id.ts'
import { isRehearsal } from './front.ts'
import type { Labels } from './labels/index.ts'
import { numeral } from './numeral.ts'
import { fenced, oneLine, plain, plainHead, table } from './plain.ts'
import { attemptsOf } from './winner.ts'

const whyChars = 200

/** Every program of every attempt, failed ones too. */
export const renderPrograms = (state: ReadonlyState, { columns, operators, statuses, attempt: { none } }: Labels): string => {
  const programs = attemptsOf(state).flatMap(({ attempt }) => Object.values(attempt.programs).sort((a, b) => byTurn(a.id, b.id)))
  if (programs.length === 0) return none
  return table(
    [columns.id, columns.operator, columns.status, columns.score, columns.why],
    programs.map(({ id, operator, status, score, why }) => [
      plain(id),
      operators[operator],
      statuses[status],
      numeral(score),
      why === undefined ? '' : plainHead(why, whyChars),
    ]),
  )
}

/** Calls and tokens of models, in all and by phase; money when any was spent. */
export const renderCost = (state: ReadonlyState, labels: Labels): string[] => {
  const { spent } = state
  const total = isRehearsal(state) ? labels.rehearsedCost : labels.cost
  const { columns } = labels
  const paid = spent.cost > 0
  const rows = phaseNames.flatMap((phase) => {
    const { calls, input, output, cost } = spent.byPhase[phase] ?? { calls: 0, input: 0, output: 0, cost: 0 }
    return calls ? [[phase, calls, input, output].map(String).concat(paid ? [numeral(cost)] : [])] : []
  })
  const heads = [columns.phase, columns.calls, columns.input, columns.output, ...(paid ? [columns.money] : [])]
  return [
    total(spent.calls, spent.input, spent.output),
    paid ? labels.money(numeral(spent.cost)) : '',
    rows.length ? table(heads, rows) : '',
  ]
}

/** A word for a POSIX shell: single quotes unless double ones, or none, do as well. */
const shellWord = (text: string): string => {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`
}

/** The command that gives the same report again, and what it depends on. */
export const renderReproduction = ({ topic, seed, model, configHash, changed }: ReadonlyState, labels: Labels): string[] => {
  const choice = model ? ` --model ${shellWord(oneLine(model))}` : ''
  const command = `gal run ${shellWord(oneLine(topic))} --seed ${seed}${choice}${changed.map((setting) => ` --set ${shellWord(oneLine(setting))}`).join('')}`
  return [fenced(command, 'sh'), labels.reproduce(seed, plain(configHash)), labels.lookUp]
}
