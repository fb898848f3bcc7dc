import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ggufOf } from '../stand-in/llama-package.ts'
import { parseGguf } from './gguf-header.ts'

const known = { 'general.architecture': 'llama', 'general.name': 'Tiny', 'llama.context_length': 2048 }

test('reads family, name and context from whatever else stands before them', () => {
  const key = fc.stringMatching(/^other\.[a-z]{1,12}$/)
  const others = fc.dictionary(key, fc.oneof(fc.string(), fc.nat(2 ** 31)))
  fc.assert(
    fc.property(others, (before) => {
      expect(parseGguf(ggufOf({ ...before, ...known }))).toEqual({ architecture: 'llama', name: 'Tiny', context: 2048 })
    }),
  )
})

test('tells how many weights the file says that it has', () => {
  expect(parseGguf(ggufOf({ ...known, 'general.size_label': '135M' }))).toMatchObject({ parameters: 135_000_000 })
  expect(parseGguf(ggufOf({ ...known, 'general.size_label': 'large' }))).not.toHaveProperty('parameters')
})

test('a list before them is passed over, of numbers or of texts', () => {
  const [u32, u64] = [
    (value: number) => Buffer.from(new Uint32Array([value]).buffer),
    (value: number) => Buffer.from(new BigUint64Array([BigInt(value)]).buffer),
  ]
  const word = (value: string) => Buffer.concat([u64(value.length), Buffer.from(value)])
  const lists = [
    Buffer.concat([word('a.numbers'), u32(9), u32(5), u64(3), u32(1), u32(2), u32(3)]),
    Buffer.concat([word('a.texts'), u32(9), u32(8), u64(2), word('one'), word('two')]),
  ]
  const plain = ggufOf(known)
  const whole = Buffer.concat([plain.subarray(0, 16), u64(5), ...lists, plain.subarray(24)])
  expect(parseGguf(whole)).toMatchObject({ architecture: 'llama', context: 2048 })
})

test('a file that ends in the middle gives what it says until there, and never an error', () => {
  const whole = ggufOf(known)
  fc.assert(
    fc.property(fc.nat(whole.length), (length) => {
      const said = parseGguf(whole.subarray(0, length))
      expect(said === undefined || said.architecture === 'llama').toBe(true)
    }),
  )
})

test('bytes of any kind behind the mark are no error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      parseGguf(Buffer.concat([Buffer.from('GGUF\x03\0\0\0'), bytes]))
      expect(parseGguf(Buffer.concat([Buffer.from('GGML'), bytes]))).toBeUndefined()
    }),
  )
})
