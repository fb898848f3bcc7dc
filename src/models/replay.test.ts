import { describe, expect, test } from 'vitest'
import { createReplay, recordingKey, withRecording } from './replay.ts'
import { createScripted } from './scripted.ts'
import { createRequest } from './stand-in/request.ts'

const never = new AbortController().signal
const at = (step: number) => createRequest({ facts: { ...createRequest().facts, step } })

const record = async () => {
  const recording = new Map<string, string>()
  const model = withRecording(createScripted(['first', 'second']), (key, text) => recording.set(key, text))
  for (const step of [0, 1]) await model.generate(at(step), never, () => undefined)
  return recording
}

describe('a recording', () => {
  test('gives each request its own answer again, in whatever order they come', async () => {
    const model = createReplay(await record())
    const answers = await Promise.all([1, 0].map((step) => model.generate(at(step), never, () => undefined)))
    expect(answers).toMatchObject([{ reply: { text: 'second' } }, { reply: { text: 'first' } }])
  })

  test('holds when prompts change, because the key is who asks and what they may know', async () => {
    const model = createReplay(await record())
    const reworded = { ...at(0), messages: [{ from: 'lab' as const, text: 'Quite other words.' }], temperature: 1 }
    expect(await model.generate(reworded, never, () => undefined)).toMatchObject({ reply: { text: 'first' } })
  })

  test('answers nothing that it does not hold, and names the nearest that it does', async () => {
    const recording = new Map([
      ['reviewer/report-refinement/00', 'a'],
      ['postdoc/plan-formulation/00', 'b'],
    ])
    const answer = await createReplay(recording).generate(at(2), never, () => undefined)
    const message = `the recording holds no answer to ${recordingKey(at(2))}; the nearest of its 2 is postdoc/plan-formulation/00`
    expect(answer).toEqual({ fault: { kind: 'bad-output', message } })
  })

  test('holds no faults', async () => {
    const recording = new Map<string, string>()
    await withRecording(createScripted([]), (key, text) => recording.set(key, text)).generate(at(0), never, () => undefined)
    expect(recording.size).toBe(0)
  })
})
