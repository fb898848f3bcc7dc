import type { RunResult } from '../api/index.ts'
import { exitStatus } from '../core/error.ts'

/** The exit status for the way in which a driver left a run. */
export const statusOf = (result: RunResult, interrupted: boolean): number => {
  if ('ended' in result) return exitStatus[result.ended.kind]
  if (interrupted) return exitStatus.interrupted
  return result.halted.cause === 'fault' ? exitStatus.machine : exitStatus.waiting
}
