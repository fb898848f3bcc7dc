import type { Tool } from '../tool.ts'
import { answerQuestion } from './answer-question.ts'
import { executeAgent } from './execute-agent.ts'
import { listAgents } from './list-agents.ts'
import { listRuns } from './list-runs.ts'
import { noteRun } from './note-run.ts'
import { pauseRun } from './pause-run.ts'
import { resumeRun } from './resume-run.ts'
import { runStatus } from './run-status.ts'
import { searchPapers } from './search-papers.ts'
import { startRun } from './start-run.ts'
import { stopRun } from './stop-run.ts'

/** Everything that a client may have done, in the order in which it is listed. */
export const tools: readonly Tool[] = [
  startRun,
  runStatus,
  listRuns,
  answerQuestion,
  stopRun,
  pauseRun,
  resumeRun,
  noteRun,
  searchPapers,
  listAgents,
  executeAgent,
]
