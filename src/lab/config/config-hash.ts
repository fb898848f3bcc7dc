import { hashOf } from '../../core/canonical.ts'
import type { Config } from './schema.ts'

/** What no run depends on: where it is kept, who looks on and how, and agents and images, which belong to no run. */
const apart: ReadonlySet<string> = new Set([
  'runs',
  'host',
  'port',
  'rest-port',
  'allowed-origins',
  'serve',
  'ui',
  'prompts',
  'agents',
  'images',
] satisfies (keyof Config)[])

/** SHA-256 of what a run depends on: the same wherever runs are kept, whoever looks on, and in whichever language messages are. */
export const configHash = (config: Config): string => hashOf(Object.fromEntries(Object.entries(config).filter(([key]) => !apart.has(key))))
