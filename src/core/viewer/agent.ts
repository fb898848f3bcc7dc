import { type Effects, nothing } from './entry.ts'

/** What agents do outside of any run has a stream of its own, and no run shows it. */
export const agentEffects = {
  'agent-start': nothing,
  'agent-act': nothing,
  'agent-end': nothing,
} satisfies Effects
