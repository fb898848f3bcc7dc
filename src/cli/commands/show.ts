import { join } from 'node:path'
import type { Lab, StoredEvent } from '../../api/index.ts'
import { GalError } from '../../core/error.ts'
import type { Outcome } from '../../core/outcome.ts'
import { endStateHash } from '../../report/end-state.ts'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'
import { printable } from '../printable.ts'
import { printableJson } from '../printable-json.ts'

/** Whether an event is the numbered one, or belongs to a turn or a program. */
const concerns =
  (id: string) =>
  ({ seq, event }: StoredEvent): boolean =>
    String(seq) === id || ('id' in event && event.id === id) || ('turn' in event && event.turn === id)

const line = ({ seq, at, event }: StoredEvent): string => {
  const { type, ...data } = event
  return `#${seq}  ${at.slice(11, 19)}  ${type.padEnd(20)} ${printable(JSON.stringify(data)).slice(0, 200)}`
}

const ended = (outcome: Outcome): string => (outcome.kind === 'complete' ? 'complete' : printable(`${outcome.kind}: ${outcome.why}`))

const summary = (lab: Lab, run: string, rows: readonly StoredEvent[]): string[] => {
  const state = lab.state(run)
  const { spent } = state
  const started = rows.find(({ event }) => event.type === 'run-start')
  const phases = state.ended.map(({ phase, attempt, outcome }) => `  ${phase} ${attempt}: ${ended(outcome)}`)
  const open = Object.values(state.questions).filter(({ answer }) => !answer)
  const status = lab.runs().find((row) => row.run === run)?.status ?? ''
  return [
    `${run}: ${printable(state.topic)}`,
    `status     ${state.outcome ? ended(state.outcome) : status}`,
    `began      ${started?.at ?? ''}`,
    `model      ${printable(state.model)}`,
    `at work    ${spent.seconds.toFixed(1)} s`,
    `spent      ${spent.calls} calls, ${spent.input} tokens in, ${spent.output} out${spent.cost ? `, ${spent.cost.toFixed(4)} in money` : ''}`,
    `events     ${rows.length}`,
    `end state  ${endStateHash(state)}`,
    'phases',
    ...phases,
    ...(state.phase ? [`  ${state.phase.name} ${state.phase.attempt}: at work, ${state.phase.turns.length} turns`] : []),
    ...open.map(({ id, text }) => `asks you   ${id}: ${printable(text)}`),
    ...(state.artifacts['report/report.md'] ? [`report     ${join(lab.folder(run), 'report', 'report.md')}`] : []),
  ]
}

/** Where a run stands: everything that the report leaves out because it differs from run to run. */
export const show = (io: Io, options: Options & { events?: boolean; event?: string }, name = 'latest'): Promise<number> =>
  withLab(options, io, (lab) => {
    const run = lab.find(name)
    const rows = lab.log.read(run, 0)
    const { event: id } = options
    const chosen = id === undefined ? rows : rows.filter(concerns(id))
    if (id !== undefined && chosen.length === 0)
      throw new GalError('bad-option', `the run ${run} has no event ${id}`, 'use a number, or the id of a turn or program from the report')
    if (options.json)
      io.out(
        printableJson(
          JSON.stringify(
            id === undefined && !options.events
              ? { ...lab.runs().find((row) => row.run === run), endState: endStateHash(lab.state(run)) }
              : chosen,
            null,
            2,
          ),
        ),
      )
    else if (id !== undefined) for (const row of chosen) io.out(printableJson(JSON.stringify(row, null, 2)))
    else for (const text of options.events ? rows.map(line) : summary(lab, run, rows)) io.out(text)
    return 0
  })
