import { closeSync, openSync, readSync } from 'node:fs'
import { weightsIn } from '../../core/small-model.ts'

/** What a GGUF file says of its model: the family it is built like, its name, the tokens it was trained to hold, and how many weights. */
export type GgufHeader = { architecture: string; name?: string; context?: number; parameters?: number }

/** What stands before the vocabulary, with much to spare. */
const most = 256 * 1024

const fixed: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 }
const [textType, listType] = [8, 9]
const whole: ReadonlySet<number> = new Set([4, 5, 10, 11])

type Read<Value> = { value: Value; next: number }

/** A length of 64 bits; one beyond what JavaScript counts exactly leads past every end all the same. */
const lengthAt = (bytes: DataView, at: number): number => Number(bytes.getBigUint64(at, true))

const textAt = (bytes: DataView, at: number): Read<string> => {
  const length = lengthAt(bytes, at)
  if (at + 8 + length > bytes.byteLength) throw new RangeError('a text goes on past the part that is read')
  return { value: Buffer.from(bytes.buffer, bytes.byteOffset + at + 8, length).toString('utf8'), next: at + 8 + length }
}

const numberAt = (bytes: DataView, at: number, size: number): number => (size === 8 ? lengthAt(bytes, at) : bytes.getUint32(at, true))

const valueAt = (bytes: DataView, at: number, type: number): Read<string | number | undefined> => {
  if (type === textType) return textAt(bytes, at)
  const size = fixed[type]
  if (size === undefined) throw new RangeError('a list, or a type that is not known')
  return { value: whole.has(type) ? numberAt(bytes, at, size) : undefined, next: at + size }
}

/** Where the value behind `at` ends when it is a list of numbers or texts. */
const pastList = (bytes: DataView, at: number): number => {
  const type = bytes.getUint32(at, true)
  const count = lengthAt(bytes, at + 4)
  const start = at + 12
  const size = fixed[type]
  if (size !== undefined) return start + size * count
  let next = start
  for (let item = 0; item < count; item += 1) next = valueAt(bytes, next, type).next
  return next
}

/** The texts and whole numbers of the header up to the first thing that cannot be read, which is often the end of what was read. */
const entriesOf = (bytes: DataView): Map<string, string | number> => {
  const entries = new Map<string, string | number>()
  const count = lengthAt(bytes, 16)
  let at = 24
  try {
    for (let entry = 0; entry < count; entry += 1) {
      const key = textAt(bytes, at)
      const type = bytes.getUint32(key.next, true)
      const { value, next } =
        type === listType ? { value: undefined, next: pastList(bytes, key.next + 4) } : valueAt(bytes, key.next + 4, type)
      if (value !== undefined) entries.set(key.value, value)
      at = next
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return entries
}

/**
 * Reads the beginning of a GGUF file (versions 2 and 3, https://github.com/ggml-org/ggml/blob/master/docs/gguf.md); nothing when
 * it is none.
 */
export const parseGguf = (start: Uint8Array): GgufHeader | undefined => {
  if (start.byteLength < 24 || Buffer.from(start.buffer, start.byteOffset, 4).toString('latin1') !== 'GGUF') return undefined
  const bytes = new DataView(start.buffer, start.byteOffset, start.byteLength)
  const version = bytes.getUint32(4, true)
  if (version !== 2 && version !== 3) return undefined
  const entries = entriesOf(bytes)
  const architecture = entries.get('general.architecture')
  if (typeof architecture !== 'string') return undefined
  const name = entries.get('general.name')
  const context = entries.get(`${architecture}.context_length`)
  const size = entries.get('general.size_label')
  const parameters = typeof size === 'string' ? weightsIn(size) : undefined
  return {
    architecture,
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof context === 'number' && context > 0 ? { context } : {}),
    ...(parameters === undefined ? {} : { parameters }),
  }
}

/** The same for a file. What cannot be opened throws as the system says. */
export const readGguf = (path: string): GgufHeader | undefined => {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(most)
    return parseGguf(bytes.subarray(0, readSync(file, bytes, 0, most, 0)))
  } finally {
    closeSync(file)
  }
}
