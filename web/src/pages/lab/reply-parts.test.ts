import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replyParts, spokenOf } from './reply-parts.ts'

describe('the strings of a reply', () => {
  test('the words of a dialogue stand apart from its command', () => {
    expect(spokenOf('{"command":"dialogue","text":"Two arms.\\nFive seeds."}')).toEqual({
      command: 'dialogue',
      words: ['Two arms.\nFive seeds.'],
      code: undefined,
    })
  })

  test('a program is not read as words', () => {
    const spoken = spokenOf('{"command":"run-code","why":"to see","code":"const a = \\"b\\""}')
    expect(spoken).toEqual({ command: 'run-code', words: ['to see'], code: 'const a = "b"' })
  })

  test('new lines of a program are code as well', () => {
    expect(spokenOf('{"command":"edit-program","from":1,"to":2,"text":"rate = 0.1"}')).toMatchObject({ words: [], code: 'rate = 0.1' })
  })

  test('what only names something is not said', () => {
    expect(spokenOf('{"command":"write-section","section":"results","text":"It helps."}').words).toEqual(['It helps.'])
  })

  test('a reply that is still coming is read as far as it is there', () => {
    expect(spokenOf('{"command":"dialogue","text":"Let us begin with \\u00').words).toEqual(['Let us begin with '])
  })

  test('a reply that is no JSON object is given as it is', () => {
    expect(replyParts('I think so.')).toEqual([{ key: '', text: 'I think so.' }])
    expect(replyParts('{')).toEqual([])
  })

  test('every text of every JSON object comes out as it went in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z-]{1,12}$/), fc.string({ unit: 'grapheme' })), (fields) => {
        const lines = Object.entries(fields).map(([key, text]) => ({ key, text: text.replaceAll(/[\n\r\t\b\f]/g, '') }))
        const reply = JSON.stringify(Object.fromEntries(lines.map(({ key, text }) => [key, text])))
        expect(replyParts(reply)).toEqual(lines)
      }),
    )
  })

  test('what was read of a reply that is still coming is a beginning of what it will say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
        const whole = text.replaceAll(/[\r\b\f]/g, '')
        const reply = JSON.stringify({ command: 'dialogue', text })
        const read = spokenOf(reply.slice(0, at % (reply.length + 1))).words.join('')
        expect(whole.startsWith(read) || read.startsWith('{')).toBe(true)
      }),
    )
  })

  test('much empty space is read in no time', () => {
    const start = performance.now()
    expect(replyParts(`{"a":${' '.repeat(200_000)}`)).toEqual([])
    expect(performance.now() - start).toBeLessThan(500)
  })
})
