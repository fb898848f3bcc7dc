import type { AgentAction } from './action.ts'
import { listRuns } from './list-runs.ts'
import { readPaper } from './read-paper.ts'
import { runProgram } from './run-program.ts'
import { runStatus } from './run-status.ts'
import { searchDatasets } from './search-datasets.ts'
import { searchPapers } from './search-papers.ts'

/** Every action that an agent may be given. */
export const actions = [listRuns, runStatus, searchPapers, readPaper, searchDatasets, runProgram] as const

export const actionNames = actions.map(({ name }) => name)

/** The actions of these names, in this order. */
export const actionsNamed = (names: readonly string[]): AgentAction[] =>
  names.flatMap((name) => actions.filter((action) => action.name === name))
