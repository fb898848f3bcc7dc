import { type Tellers, untold } from './teller.ts'

/** They stand in a stream of their own, and a view shows a run. */
export const agentTellers: Tellers<'agent-start' | 'agent-act' | 'agent-end'> = {
  'agent-start': untold,
  'agent-act': untold,
  'agent-end': untold,
}
