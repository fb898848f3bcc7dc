import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createThoughtFilter } from './thoughts.ts'

const through = (pieces: readonly string[]): string => {
  const filter = createThoughtFilter()
  return pieces.map((piece) => filter.push(piece)).join('') + filter.end()
}

/** The text in pieces of these lengths, again and again. */
const chopped = (text: string, sizes: readonly number[]): string[] => {
  const pieces: string[] = []
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    pieces.push(text.slice(at, at + size))
    at += size
  }
  return pieces
}

describe('thoughts in front of an answer', () => {
  test.each([
    ['<think>{"command":"plan"}</think>\n{"command":"dialogue"}', '{"command":"dialogue"}'],
    ['  <think>one</think><think>two</think> {"a":1}', '{"a":1}'],
    ['<think>for ever {"command":"plan"}', ''],
    ['<thin ice> is text', '<thin ice> is text'],
    ['{"text":"<think>said</think>"}', '{"text":"<think>said</think>"}'],
    ['<thi', '<thi'],
    [' two words', ' two words'],
    ['</think> words', '</think> words'],
  ])('%j is %j', (text, said) => {
    expect(through([text])).toBe(said)
  })

  test('are counted, with the white space around them and not with the answer', () => {
    const filter = createThoughtFilter()
    for (const piece of [' <think>', 'one</', 'think> ', '\n', '{"a":1}']) filter.push(piece)
    expect(filter.length()).toBe(' <think>one</think> \n'.length)
  })

  test('may be any number in one piece, and white space behind the last one is no answer, however it comes', () => {
    expect(through([`${'<think></think>'.repeat(300_000)} yes`])).toBe('yes')
    expect(through([...'<think>no</think> yes'])).toBe('yes')
  })

  test('are kept out however the text is cut into pieces', () => {
    const part = fc.constantFrom('<think>', '</think>', '<', 'think', '{"command":"plan"}', ' ', 'words', '</thi')
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        (parts, sizes) => {
          const text = parts.join('')
          expect(through(chopped(text, sizes))).toBe(through([text]))
        },
      ),
    )
  })
})
