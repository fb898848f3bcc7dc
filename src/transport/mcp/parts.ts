import type { EventLog } from '../../store/event-log.ts'
import type { LabControl } from '../lab-control.ts'
import type { LoadedPrompt } from './prompt.ts'

/** All that a server of MCP works with. */
export type McpParts = {
  /** The lab as whoever is served may use it. */
  control: LabControl
  log: Pick<EventLog, 'read'>
  prompts: readonly LoadedPrompt[]
  /** The version of gal. */
  version: string
  /** Told of what is wrong in gal itself. */
  onDefect(error: unknown): void
}
