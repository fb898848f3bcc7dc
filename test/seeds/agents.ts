import { ollamaAnswering, ollamaWire } from '../../src/models/stand-in/ollama.ts'
import { type Asked, dropping, startStandIn } from '../../src/models/stand-in/server.ts'
import { demo } from './frames.ts'

const models = ['slow:latest', 'dropping:latest']
const chosen = JSON.stringify({ actions: [{ action: 'list_runs' }] })

const config = JSON.stringify({
  models: { retry: { tries: 1 } },
  agents: [
    { id: demo, name: 'Demo', model: 'rehearsal', actions: ['list_runs', 'search_papers'] },
    { id: 'ñandú "1"\t🧪', name: 'Any id', model: 'rehearsal', actions: ['list_runs'] },
    { id: 'idle', name: 'No actions' },
    { id: 'slow', name: 'Waits for its model', model: 'ollama:slow:latest', actions: ['list_runs'] },
    { id: 'keyless', name: 'Its model cannot be had', model: 'openai:any', actions: ['list_runs'] },
    { id: 'dropped', name: 'Its model hangs up in the middle', model: 'ollama:dropping:latest', actions: ['list_runs'] },
  ],
})

/** Agents of every kind, as a config.yaml, with a model server behind those that need one: it answers `slow` when the test says so. */
export const startAgents = async () => {
  let gate = Promise.withResolvers<void>()
  const isChat = ({ path }: Asked) => path === '/api/chat'
  const server = await startStandIn(async (response, asked) => {
    if (asked.path === '/api/tags')
      return void response.end(
        JSON.stringify({ models: models.map((name) => ({ name, size: 1, modified_at: '', details: { family: 'llama' } })) }),
      )
    if (asked.path === '/api/show') return void response.end(JSON.stringify({ model_info: { 'llama.context_length': 32_768 } }))
    if (asked.body.model === 'dropping:latest') return dropping(ollamaWire.type, ollamaWire.said(chosen))(response, asked)
    await gate.promise
    return ollamaAnswering(chosen)(response, asked)
  })
  return {
    config,
    env: { OLLAMA_BASE_URL: server.url },
    /** How often a model was asked. */
    chats: () => server.asked.filter(isChat).length,
    /** Lets the slow one answer whoever asked until now; later ones wait again. */
    release() {
      gate.resolve()
      gate = Promise.withResolvers<void>()
    },
    close: server.close,
  }
}
export type Agents = Awaited<ReturnType<typeof startAgents>>
