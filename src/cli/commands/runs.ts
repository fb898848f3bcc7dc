import { styleText } from 'node:util'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'
import { printable } from '../printable.ts'
import { printableJson } from '../printable-json.ts'

/** Lists all runs, the last one last. */
export const runs = (io: Io, options: Options): Promise<number> =>
  withLab(options, io, (lab) => {
    const rows = lab.runs()
    if (options.json) {
      io.out(printableJson(JSON.stringify(rows, null, 2)))
      return 0
    }
    if (rows.length === 0) io.out('There is no run yet. Begin one: gal run "<topic>"')
    const width = Math.max(0, ...rows.map(({ run }) => run.length))
    for (const { run, status, outcome, phase, topic, calls, tokens, createdAt } of rows) {
      const state = outcome ? outcome.kind : phase ? `${status} in ${phase}` : status
      io.out(
        `${run.padEnd(width)}  ${createdAt.slice(0, 16).replace('T', ' ')}  ${state.padEnd(34)} ${String(calls).padStart(5)} calls ${String(tokens).padStart(9)} tokens`,
      )
      io.out(io.isTerminal ? styleText('dim', `  ${printable(topic).slice(0, io.columns - 4)}`) : `  ${printable(topic)}`)
    }
    return 0
  })
