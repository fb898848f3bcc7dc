import { AIMessageChunk } from '@langchain/core/messages'
import { fakeModel } from 'langchain'
import { describe, expect, test } from 'vitest'
import { createFault } from '../core/fault.ts'
import { interrupt } from './call.ts'
import { createCastModel, fromChatModel } from './langchain.ts'
import { conformsAsModel } from './model.conformance.ts'
import { createScripted } from './scripted.ts'
import { createRequest } from './stand-in/request.ts'

const later = (text: string) => new Promise<string>((resolve) => setTimeout(resolve, 200, text))
const never = new AbortController().signal

conformsAsModel('a cast', async (text, pace) => createCastModel('cast', () => (pace === 'slow' ? later(text) : text)))
conformsAsModel('a script', async (text, pace) => createScripted(() => (pace === 'slow' ? later(text) : text)))

describe('a cast', () => {
  test('answers from the facts of the request that it is asked, also side by side', async () => {
    const model = createCastModel('cast', async ({ turn }, { role }) => later(`${role} in ${turn}`))
    const requests = ['a', 'b'].map((turn) => createRequest({ facts: { ...createRequest().facts, turn } }))
    const answers = await Promise.all(requests.map((request) => model.generate(request, never, () => undefined)))
    expect(answers).toMatchObject([{ reply: { text: 'postdoc in a' } }, { reply: { text: 'postdoc in b' } }])
  })

  test('that breaks is a defect, which is thrown on and never taken for an outage', async () => {
    const model = createCastModel('cast', () => {
      throw new TypeError('no such template')
    })
    await expect(model.generate(createRequest(), never, () => undefined)).rejects.toThrow('no such template')
  })

  test('with nothing to say gives a fault, not an empty reply', async () => {
    const answer = await createCastModel('cast', () => ' \n').generate(createRequest(), never, () => undefined)
    expect(answer).toMatchObject({ fault: { kind: 'bad-output' } })
  })
})

describe('any chat model of LangChain', () => {
  const usage = { input_tokens: 3, output_tokens: 2, total_tokens: 5 }
  const answering = (fields: object) => fromChatModel('any', () => fakeModel().respond(new AIMessageChunk(fields)), { context: 100 })

  test('has its tokens estimated at four characters each when it counts none', async () => {
    const model = answering({ content: 'x'.repeat(40), response_metadata: { stop_reason: 'end_turn' } })
    expect(
      await model.generate(createRequest({ messages: [{ from: 'lab', text: 'y'.repeat(80) }] }), never, () => undefined),
    ).toMatchObject({
      reply: { usage: { input: 24, output: 10, cost: 0 } },
    })
  })

  test('keeps its own count when it has one', async () => {
    const model = answering({ content: 'yes', response_metadata: { stop_reason: 'end_turn' }, usage_metadata: usage })
    expect(await model.generate(createRequest(), never, () => undefined)).toMatchObject({ reply: { usage: { input: 3, output: 2 } } })
  })

  test('that takes a broken stream for its end gives the trouble and not the text', async () => {
    const trouble = createFault('timeout', 'fell silent')
    const model = fromChatModel(
      'any',
      (_request, call) => {
        interrupt(call, trouble)
        return fakeModel().respond(new AIMessageChunk({ content: 'half', response_metadata: { finish_reason: 'stop' } }))
      },
      { context: 100 },
    )
    expect(await model.generate(createRequest(), never, () => undefined)).toEqual({ fault: trouble })
  })

  test('that says no reason for its end has not come to its end', async () => {
    expect(await answering({ content: 'yes' }).generate(createRequest(), never, () => undefined)).toMatchObject({
      fault: { kind: 'bad-output' },
    })
  })
})
