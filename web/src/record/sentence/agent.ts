import { beginningOf } from '../beginning.ts'
import { fill, said } from './fill.ts'
import type { Tellers } from './teller.ts'

/** What agents do outside of any run. */
export const agentTellers: Tellers<'agent-start' | 'agent-act' | 'agent-end'> = {
  'agent-start': ({ agent, by }, words) => fill(words.agentStart, { agent: said(agent).text, by: said(by).text }),
  'agent-act': ({ function_name: action, result }, words) => fill(words.agentAct, { action: said(action).text, result: said(result) }),
  'agent-end': ({ error, count }, words) =>
    fill(error === undefined ? words.agentDone : words.agentFailed, { count: beginningOf(count), why: said(error).text }),
}
