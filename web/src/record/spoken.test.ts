import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spokenIn } from './spoken.ts'

test('an answer in JSON is its command and its words', () => {
  expect(spokenIn('{"command":"search-papers","query":"label \\"noise\\"\\n"}')).toEqual({
    command: 'search-papers',
    said: 'label "noise"\n',
  })
})

test('an answer that is no JSON is all said', () => {
  expect(spokenIn(' I think so. ')).toEqual({ command: undefined, said: 'I think so.' })
})

test('words before the JSON do not hide it', () => {
  expect(spokenIn('Sure:\n```json\n{"command":"dialogue","text":"Yes."}\n```').said).toBe('Yes.')
})

test('what was cut in the middle is read as far as it is here', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, cut) => {
      const reply = JSON.stringify({ command: 'dialogue', text })
      const whole = spokenIn(reply)
      expect(whole).toEqual({ command: 'dialogue', said: text })
      const part = spokenIn(reply.slice(0, cut % (reply.length + 1)))
      if (part.command === 'dialogue') expect(text.startsWith(part.said)).toBe(true)
    }),
  )
})
