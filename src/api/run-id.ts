import { hashOf } from '../core/canonical.ts'

const inLetters = (number: number | bigint, length: number): string => number.toString(36).padStart(length, '0').slice(-length)

/** The end of a run's name: four random characters of 36. */
export const randomTail = (random: () => number): string => inLetters(Math.floor(random() * 36 ** 4), 4)

/** The end of the name of a run that this idempotency key begins: twelve characters of 36, always the same. */
export const tailOfKey = (key: string): string => inLetters(BigInt(`0x${hashOf(key)}`), 12)

/** A run's name for people: the first words of its topic, and what tells it apart from others. */
export const createRunId = (topic: string, tail: string): string => {
  const words = topic
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const slug = (words ?? []).join('-').slice(0, 32).replace(/-$/, '') || 'run'
  return `${slug}-${tail}`
}
