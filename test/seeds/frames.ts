/** The frames of the seeds: requests as their clients send them, answers as these expect them, key by key. */

export const demo = '8191feef-546d-46a8-a26f-b92073882f5c'

/** The three ways to ask for an execution. */
export const requests = {
  R1: (agent_id: unknown) => ({ type: 'websocket_execution', agent_id }),
  R2: (agent_id: unknown) => ({ type: 'execute', agent_id }),
  R3: (agent_id: unknown) => ({ type: 'execute', data: { agent_id } }),
}

const response = (data: object) => ({ type: 'execution_response', data })

export const answers = {
  started: (agent: string) => response({ success: true, message: `Iniciando ejecución del agente ${agent}`, status: 'started' }),
  done: (agent_id: string, results: readonly unknown[]) =>
    response({ success: true, results, agent_id, execution_count: results.length, status: 'completed' }),
  nothingDone: (agent_id: string) =>
    response({
      success: true,
      results: [],
      agent_id,
      execution_count: 0,
      message: 'No se ejecutó ninguna acción durante el ciclo',
      status: 'completed',
    }),
  failed: (agent_id: string, error: unknown) => response({ success: false, error, agent_id, status: 'completed' }),
  wrong: (message: unknown) => ({ type: 'error', data: { message } }),
}

/** The end of an execution as it came. */
export type End = {
  type: string
  data: {
    success: boolean
    status: string
    agent_id: string
    error?: string
    execution_count: number
    results: { function_name: string; result: unknown }[]
  }
}
