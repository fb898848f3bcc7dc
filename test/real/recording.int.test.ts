import { expect, test } from 'vitest'
import { createOllama } from '../../src/models/ollama.ts'
import { ollamaWire } from '../../src/models/stand-in/ollama.ts'
import { createRequest } from '../../src/models/stand-in/request.ts'
import { sending, startStandIn } from '../../src/models/stand-in/server.ts'
import { type Cassette, packCassette, recordingFetch, replayingFetch, unpackCassette } from './cassette.ts'

const never = new AbortController().signal
const asking = (words: string) => createRequest({ messages: [{ from: 'lab', text: words }] })

const record = async (): Promise<Cassette> => {
  const heard: Pick<Cassette, 'tags' | 'shows' | 'answers'> = { tags: {}, shows: {}, answers: [] }
  const server = await startStandIn((response, asked) => {
    const [{ content }] = asked.body.messages as [{ content: string }]
    return sending(ollamaWire.type, ollamaWire.whole(`{"said":"${content}"}`))(response, asked)
  })
  const model = createOllama({ model: 'tiny', baseUrl: server.url, context: 4096, fetch: recordingFetch(heard, fetch) })
  for (const words of ['one', 'two']) await model.generate(asking(words), never, () => undefined)
  await server.close()
  return unpackCassette(packCassette({ topic: 'a topic', model: 'ollama:tiny', sets: [], ...heard, outcome: {}, report: '' }))
}

test('a recording of a server answers as the server did: a prompt by its words, another by its place, and no more than that', async () => {
  const replayed = replayingFetch(await record())
  const model = createOllama({ model: 'tiny', baseUrl: 'http://127.0.0.1:1', context: 4096, fetch: replayed.fetch })
  const ask = async (words: string) => {
    const answer = await model.generate(asking(words), never, () => undefined)
    return 'reply' in answer ? answer.reply : answer.fault
  }
  expect(await ask('two')).toMatchObject({ text: '{"said":"two"}', usage: { input: 42 } })
  expect(replayed.reworded()).toBe(0)
  expect(await ask('quite another')).toMatchObject({ text: '{"said":"one"}' })
  expect([replayed.reworded(), replayed.left()]).toEqual([1, 0])
  expect(await ask('more')).toMatchObject({ kind: 'refused', message: expect.stringContaining('holds no more answers') })
})
