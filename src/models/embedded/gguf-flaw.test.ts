import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporary } from '../../../test/support/temporary.ts'
import { ggufOf } from '../stand-in/llama-package.ts'
import { ggufFlaw } from './gguf-flaw.ts'

const flawOf = (bytes: Uint8Array, name = 'x.gguf', folder = temporary()): string | undefined => {
  writeFileSync(join(folder, name), bytes)
  return ggufFlaw(join(folder, name))
}

const entries = { 'general.architecture': 'llama', 'llama.context_length': 2048 }
const tensors = [
  { name: 'one', weights: 100 },
  { name: 'two', weights: 33 },
]
// The first tensor takes 400 bytes and 16 up to the next, the second 132.
const whole = Buffer.concat([ggufOf(entries, tensors), Buffer.alloc(416 + 132)])

test('a file that has all of its tensors is whole; with one byte less, wherever it ends, it is cut short', () => {
  expect(flawOf(whole)).toBeUndefined()
  fc.assert(
    fc.property(fc.integer({ min: 24, max: whole.length - 1 }), (length) => {
      expect(flawOf(whole.subarray(0, length))).toMatch(/^is cut short/)
    }),
    { numRuns: 60 },
  )
})

test('a vocabulary longer than what is read at first hides nothing', () => {
  const long = { ...entries, 'tokenizer.words': 'w'.repeat(3_000_000) }
  const [start, weights] = [ggufOf(long, tensors), Buffer.alloc(416 + 132)]
  expect(flawOf(Buffer.concat([start, weights]))).toBeUndefined()
  expect(flawOf(Buffer.concat([start, weights.subarray(1)]))).toMatch(/^is cut short/)
})

test('one without tensors holds no weights, but the first of several parts may', () => {
  expect(flawOf(ggufOf(entries, []))).toBe('holds no weights')
  expect(flawOf(ggufOf(entries, []), 'x-00001-of-00002.gguf')).toBeUndefined()
  expect(flawOf(ggufOf(entries, []), 'x-00001-of-00001.gguf')).toBe('holds no weights')
})

test('bytes of any kind behind the mark are no error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      flawOf(Buffer.concat([Buffer.from('GGUF\x03\0\0\0'), bytes]))
    }),
  )
})
