import { join } from 'node:path'
import type { Effects } from '../agents/command.ts'
import { isHeldOut } from '../core/given-seeds.ts'
import type { ProgramOperator } from '../core/state.ts'
import type { Connection } from '../sandbox/proxy.ts'
import { dataFiles, dataFolder, takeData, withScores } from './held-out.ts'
import type { Journal } from './journal.ts'
import type { Parts } from './parts.ts'
import { bringTable } from './take-table.ts'
import { withConnections } from './with-connections.ts'

/** Programs that work on the data: those that bring them, or try something out, do not. */
const onData: ReadonlySet<ProgramOperator> = new Set(['draft', 'improve', 'repair', 'confirm', 'final'])

/** The outside, as commands may use it: everything is given up when the signal is aborted. */
export const createEffects = (
  { source, datasets, tables, sandbox, settings, signal: emit }: Parts,
  journal: Journal,
  signal: AbortSignal,
): Effects => {
  const programFolder = (id: string) => join(settings.folder, 'workspace', id)
  const { state } = journal

  return {
    searchPapers: (query, limit) => source.search(query, limit, signal),
    fetchText: (paper) => source.fetchText(paper, signal),
    searchDatasets: (query) => datasets.search(query, signal),

    async runProgram(id, program, operator) {
      const { seconds, memoryMiB, outputChars } = settings.program
      const held = isHeldOut(state) && onData.has(operator)
      const data = dataFolder(settings.folder, state)
      const files = held ? { ...program.files, ...(await dataFiles(data)) } : program.files
      const folder = programFolder(id)
      const reached: Connection[] = []
      const onConnection = (connection: Connection) => reached.push(connection)
      const ran = await sandbox.run({ ...program, files }, { folder, seconds, memoryMiB, outputChars, onConnection }, signal, (text) =>
        emit({ key: 'output', program: id, text }),
      )
      const result = withConnections(ran, reached)
      const metric = state.now.contract?.metric
      if (!held || metric === undefined || signal.aborted) return result
      return withScores(result, { folder: data, programFolder: folder, metric, operator })
    },

    async takeData(id, program, wanted) {
      const brought = await bringTable(id, programFolder(program), tables, signal)
      if ('problem' in brought) return brought
      const target = wanted.target ?? brought.target
      if (target === undefined)
        return {
          problem: `Say which column is to be predicted: ${brought.table.columns
            .map(({ name }) => name)
            .join(', ')
            .slice(0, 2000)}.`,
        }
      const task = wanted.task ?? brought.task
      return takeData(dataFolder(settings.folder, state), brought.table, brought.about, { target, task, seed: state.seed })
    },

    record: (...events) => journal.append(...events),
    readText: journal.readText,
  }
}
