import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Weights and bytes of a block of each type of tensor that is known (ggml.h). */
const blocks: Readonly<Record<number, readonly [weights: number, bytes: number]>> = {
  0: [1, 4],
  1: [1, 2],
  2: [32, 18],
  3: [32, 20],
  6: [32, 22],
  7: [32, 24],
  8: [32, 34],
  10: [256, 84],
  11: [256, 110],
  12: [256, 144],
  13: [256, 176],
  14: [256, 210],
  16: [256, 66],
  17: [256, 74],
  18: [256, 98],
  19: [256, 50],
  20: [32, 18],
  21: [256, 110],
  22: [256, 82],
  23: [256, 136],
  24: [1, 1],
  25: [1, 2],
  26: [1, 4],
  27: [1, 8],
  28: [1, 8],
  29: [256, 56],
  30: [1, 2],
  34: [256, 54],
  35: [256, 66],
  39: [32, 17],
}

const fixed: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 }
const [textType, listType] = [8, 9]

/** A beginning that holds the vocabularies of all models that are known; of a larger one nothing is said. */
const [least, most] = [2 ** 20, 2 ** 26]

const lengthAt = (bytes: DataView, at: number): number => Number(bytes.getBigUint64(at, true))
const pastText = (bytes: DataView, at: number): number => at + 8 + lengthAt(bytes, at)

/** Nothing for a type that is not known. */
const pastValue = (bytes: DataView, at: number, type: number): number | undefined => {
  if (type === textType) return pastText(bytes, at)
  if (type !== listType) return fixed[type] === undefined ? undefined : at + fixed[type]
  const inner = bytes.getUint32(at, true)
  const count = lengthAt(bytes, at + 4)
  const size = fixed[inner]
  if (size !== undefined) return at + 12 + size * count
  let next: number | undefined = at + 12
  for (let item = 0; item < count && next !== undefined; item += 1) next = pastValue(bytes, next, inner)
  return next
}

const keyAt = (bytes: DataView, at: number): string => {
  const length = Math.min(lengthAt(bytes, at), 64)
  return Buffer.from(bytes.buffer, bytes.byteOffset + at + 8, length).toString('latin1')
}

/** Where the entries end, and to how many bytes tensors are aligned. */
const pastEntries = (bytes: DataView): { at: number; alignment: number } | undefined => {
  let at = 24
  let alignment = 32
  for (let entry = 0, count = lengthAt(bytes, 16); entry < count; entry += 1) {
    const value = pastText(bytes, at)
    const next = pastValue(bytes, value + 4, bytes.getUint32(value, true))
    if (next === undefined) return undefined
    if (keyAt(bytes, at) === 'general.alignment') alignment = bytes.getUint32(value + 4, true) || 32
    at = next
  }
  return { at, alignment }
}

/**
 * How many bytes a whole file has, by what its beginning says of its tensors; nothing where that has what is not known. Throws RangeError
 * when the beginning goes on past these bytes.
 */
const wholeBytes = (bytes: DataView): number | undefined => {
  const entries = pastEntries(bytes)
  if (!entries) return undefined
  let { at } = entries
  let end = 0
  for (let tensor = 0, count = lengthAt(bytes, 8); tensor < count; tensor += 1) {
    at = pastText(bytes, at)
    const dimensions = bytes.getUint32(at, true)
    let weights = 1
    for (let one = 0; one < dimensions; one += 1) weights *= lengthAt(bytes, at + 4 + 8 * one)
    at += 4 + 8 * dimensions
    const [block, size] = blocks[bytes.getUint32(at, true)] ?? [1, 0]
    end = Math.max(end, lengthAt(bytes, at + 4) + Math.ceil(weights / block) * size)
    at += 12
  }
  return end === 0 ? at : Math.ceil(at / entries.alignment) * entries.alignment + end
}

const numbered = (count: number): string => count.toLocaleString('en')

/** The first part of several may hold the vocabulary alone. */
const isFirstPart = (path: string): boolean => /-00001-of-(?!00001)\d{5}\.gguf$/i.test(path)

type File = { file: number; size: number; mayBeBare: boolean }

const flawIn = ({ file, size, mayBeBare }: File, length: number): string | undefined => {
  const start = Buffer.alloc(Math.min(length, size))
  readSync(file, start, 0, start.length, 0)
  const bytes = new DataView(start.buffer, start.byteOffset, start.byteLength)
  try {
    if (lengthAt(bytes, 8) === 0 && !mayBeBare) return 'holds no weights'
    const whole = wholeBytes(bytes)
    return whole !== undefined && size < whole ? `is cut short: it has ${numbered(size)} of ${numbered(whole)} bytes` : undefined
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    if (length >= size) return `is cut short: it has ${numbered(size)} bytes, and ends before its weights`
    return length >= most ? undefined : flawIn({ file, size, mayBeBare }, length * 4)
  }
}

/**
 * What is wrong with a GGUF file that can be told from its beginning, in words behind its name: it holds no tensors, or is shorter than
 * they are. Nothing for one that llama.cpp may load. What cannot be opened throws as the system says.
 */
export const ggufFlaw = (path: string): string | undefined => {
  const file = openSync(path, 'r')
  try {
    return flawIn({ file, size: fstatSync(file).size, mayBeBare: isFirstPart(path) }, least)
  } finally {
    closeSync(file)
  }
}
