import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ReadFrame, readFrame, readJson } from './read-frame.ts'

const readText = (text: string): ReadFrame => {
  const json = readJson(text, 32)
  return 'problem' in json ? json : readFrame(json.value)
}
const read = (value: unknown) => readText(JSON.stringify(value))

test('a command is read with its defaults, and fields that are not known are left out', () => {
  expect(read({ type: 'subscribe', id: '1', run: 'r', later: true })).toEqual({
    type: 'subscribe',
    frame: { type: 'subscribe', id: '1', run: 'r', after: 0 },
  })
})

test.each([
  ['no JSON', '{', 'bad-json'],
  ['no object', '[1]', 'bad-frame'],
  ['no type', '{"message":"hi"}', 'bad-frame'],
  ['a command that is not there', '{"type":"run.fly","id":"1"}', 'unknown-command'],
  ['a name from the prototype', '{"type":"constructor","id":"1"}', 'unknown-command'],
  ['an id that is a number', '{"type":"ping","id":1}', 'bad-frame'],
  ['a negative place', '{"type":"subscribe","id":"1","run":"r","after":-1}', 'bad-frame'],
  ['33 levels', `{"type":"ping","id":"1","x":${'['.repeat(32)}${']'.repeat(32)}}`, 'too-deep'],
  ['a hundred thousand levels', '['.repeat(100_000) + ']'.repeat(100_000), 'too-deep'],
])('%s is told apart by its code', (_what, text, code) => {
  expect(readText(text)).toMatchObject({ problem: { code } })
})

test('32 levels are not too deep', () => {
  expect(readText(`{"type":"ping","id":"1","x":${'['.repeat(31)}${']'.repeat(31)}}`)).toHaveProperty('frame')
})

test('what is wrong names the field, and the id comes back when it can be read', () => {
  const wrong = read({ type: 'run.note', id: 'n', run: 'r', text: '', phase: 'lunch' })
  expect(wrong).toMatchObject({ id: 'n', problem: { code: 'bad-frame', message: expect.stringMatching(/text: .*phase: /) } })
})

test('any text, and any JSON, gives either a frame or one line of complaint', () => {
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((inner) => `{"type":"ping","id":${inner}}`),
  )
  fc.assert(
    fc.property(text, (sent) => {
      const got = readText(sent)
      expect('frame' in got || !got.problem.message.includes('\n')).toBe(true)
    }),
  )
})
