import { expect, test } from 'vitest'
import { ollamaWire } from '../../src/models/stand-in/ollama.ts'
import { sending, startStandIn } from '../../src/models/stand-in/server.ts'
import { temporary } from '../support/temporary.ts'
import { startServing } from './serving.ts'

const post = async (port: number, path: string, body: object) => {
  const headers = { 'content-type': 'application/json' }
  const answered = await fetch(`http://localhost:${port}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answered.status, value: (await answered.json()) as { error?: { code: string } } }
}

test('2.1 a prompt is answered with a text and the name of its model; without a model with 503', async () => {
  const model = await startStandIn(async (response, asked) => {
    if (asked.path === '/api/tags') return void response.end(JSON.stringify({ models: [{ name: 'small:latest', size: 1, details: {} }] }))
    if (asked.path === '/api/show') return void response.end(JSON.stringify({ model_info: { 'llama.context_length': 32_768 } }))
    return sending(ollamaWire.type, ollamaWire.whole('four words of text'))(response, asked)
  })
  const config = 'model: ollama:small:latest\nmodels:\n  retry:\n    tries: 1\n'
  const server = await startServing({ cwd: temporary(), config, env: { OLLAMA_BASE_URL: model.url } })
  const asked = { prompt: 'x', num_predict: 8 }
  expect(await post(server.port, '/api/text', asked)).toEqual({
    status: 200,
    value: { text: 'four words of text', model: 'ollama:small:latest' },
  })
  await model.close()
  const { status, value } = await post(server.port, '/api/text', asked)
  expect([status, value.error?.code]).toEqual([503, 'model_unavailable'])
  await server.stop()
})

test('2.2 where no server for images is configured, a prompt for one is answered with 501', async () => {
  const server = await startServing({ cwd: temporary() })
  const { status, value } = await post(server.port, '/api/image', { prompt: 'x' })
  expect([status, value.error?.code]).toEqual([501, 'image_backend_missing'])
  await server.stop()
})
