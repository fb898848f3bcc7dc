import { expect, onTestFinished, test } from 'vitest'
import { openaiImages, pixel } from '../../src/models/stand-in/images.ts'
import { ollamaAnswering } from '../../src/models/stand-in/ollama.ts'
import { startStandIn } from '../../src/models/stand-in/server.ts'
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
    return ollamaAnswering('four words of text')(response, asked)
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

test('2.2 a prompt is answered with an image by a server for images; by one that fails with 503, and never with the key', async () => {
  const key = 'sk-of-the-images-server'
  const painter = await startStandIn(openaiImages(key))
  onTestFinished(painter.close)
  const config = `model: rehearsal\nimages:\n  model: gpt-image-1\n  base-url: ${painter.url}/v1\n  api-key-env: PAINTER_KEY\n`
  const serving = async (env: Record<string, string>) => {
    const server = await startServing({ cwd: temporary(), config, env })
    onTestFinished(async () => void (await server.stop()))
    return server
  }
  const server = await serving({ PAINTER_KEY: key })
  expect(await post(server.port, '/api/image', { prompt: 'a seed' })).toEqual({
    status: 200,
    value: { image: pixel, type: 'image/png', model: 'gpt-image-1' },
  })
  expect(painter.asked.at(-1)?.body).toEqual({ model: 'gpt-image-1', prompt: 'a seed', n: 1 })

  const locked = await serving({ PAINTER_KEY: `${key}-of-old` })
  const refused = await post(locked.port, '/api/image', { prompt: 'a seed' })
  expect(refused).toMatchObject({ status: 503, value: { error: { code: 'model_unavailable', message: expect.stringMatching(/401/) } } })
  await painter.close()
  const away = await post(server.port, '/api/image', { prompt: 'a seed' })
  expect(away).toMatchObject({ status: 503, value: { error: { code: 'model_unavailable', message: expect.stringMatching(/refused/) } } })
  expect(JSON.stringify([refused, away]) + server.said() + locked.said()).not.toContain(key)
})
