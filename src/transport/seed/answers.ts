import type { AgentResult } from '../lab-control.ts'
import { cuts, shorten } from '../shorten.ts'
import { words } from './words.ts'

const bytesOf = (answer: object): Buffer => Buffer.from(JSON.stringify(answer))

const response = (data: object): Buffer => bytesOf({ type: 'execution_response', data })

/** The answers of the oldest protocols: their keys are exactly these, in this order. */
export const answers = {
  greeting: (message: string) => bytesOf({ status: 'ok', message }),
  started: (agent: string) => response({ success: true, message: words.started(agent), status: 'started' }),
  done: (agent: string, results: readonly AgentResult[]) =>
    response({
      success: true,
      results,
      agent_id: agent,
      execution_count: results.length,
      ...(results.length === 0 ? { message: words.nothingDone } : {}),
      status: 'completed',
    }),
  failed: (agent: string, error: string) => response({ success: false, error, agent_id: agent, status: 'completed' }),
  wrong: (message: string) => bytesOf({ type: 'error', data: { message } }),
}

/** The end of an execution, at most `maxBytes` long: of results that are too long each keeps its name, and its head. */
export const endOf = (agent: string, results: readonly AgentResult[], maxBytes: number): Buffer => {
  const whole = answers.done(agent, results)
  if (whole.length <= maxBytes) return whole
  for (const cut of cuts) {
    const heads = results.map(({ function_name, result }) => ({ function_name, result: shorten(result, cut) }))
    const answer = answers.done(agent, heads)
    if (answer.length <= maxBytes) return answer
  }
  return answers.failed(agent, words.failed(agent, words.tooLong(maxBytes)))
}
