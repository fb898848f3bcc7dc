import { hashOf } from '../../core/canonical.ts'
import type { Config } from './schema.ts'

/** SHA-256 of what a run depends on: the same wherever runs are kept, whoever looks on, and in whichever language messages are. */
export const configHash = ({ runs: _runs, host: _host, port: _port, serve: _serve, ui: _ui, prompts: _prompts, ...rest }: Config): string =>
  hashOf(rest)
