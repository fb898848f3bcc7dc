import { expect, onTestFinished, test } from 'vitest'
import { ollamaWire } from '../../models/stand-in/ollama.ts'
import { openaiWire } from '../../models/stand-in/openai.ts'
import { refusing, sending, startStandIn, unusedUrl } from '../../models/stand-in/server.ts'
import { openTestControl, startOllama } from './testing/test-control.ts'

test('a prompt is answered in plain words, as long as was asked for', async () => {
  const { sets, chats } = await startOllama(sending(ollamaWire.type, ollamaWire.cutOff('Once upon a time')))
  const control = openTestControl({ sets })
  expect(await control.text('Tell me a story.', 8)).toEqual({ text: 'Once upon a time', model: 'ollama:thinker:latest' })
  expect(chats()[0]?.body).toMatchObject({ messages: [{ role: 'user', content: 'Tell me a story.' }], options: { num_predict: 8 } })
  // Roles are held to JSON; who asks for a text is not.
  expect(chats()[0]?.body.format).toBeUndefined()
})

test('an OpenAI-style server is asked for words too', async () => {
  const server = await startStandIn(sending(openaiWire.type, openaiWire.whole('Good day.')))
  onTestFinished(server.close)
  const control = openTestControl({ sets: ['model=openai:m', `models.openai.base-url=${server.url}/v1`] })
  expect(await control.text('Say it.', 100)).toEqual({ text: 'Good day.', model: 'openai:m' })
  expect(server.asked[0]?.body.response_format).toBeUndefined()
})

test('without a language model there is no text, and the refusal says that it may be tried again', async () => {
  const refused = { code: 'model-unavailable', retryable: true }
  await expect(openTestControl().text('x', 8)).rejects.toMatchObject(refused)
  const away = `models.ollama.base-url=${await unusedUrl()}`
  await expect(openTestControl({ sets: ['model=auto', away] }).text('x', 8)).rejects.toMatchObject(refused)
  await expect(openTestControl({ sets: ['model=ollama:x', away] }).text('x', 8)).rejects.toMatchObject(refused)
  const { sets, chats } = await startOllama(refusing(503, '{"error":"busy"}'))
  await expect(openTestControl({ sets }).text('x', 8)).rejects.toMatchObject(refused)
  expect(chats()).toHaveLength(1)
})

test('papers are searched in the configured sources; when none answers, that is said', async () => {
  const [paper] = await openTestControl().searchPapers('label smoothing', 3)
  expect(paper).toMatchObject({ source: 'bundled' })
  const away = openTestControl({ sets: ['sources.use=[arxiv]', `sources.arxiv.base-url=${await unusedUrl()}`] })
  await expect(away.searchPapers('label smoothing', 3)).rejects.toMatchObject({ code: 'sources-unavailable', retryable: true })
})
