import { GalError } from '../../core/error.ts'

const longest = 2000

/** Control characters, and those that print nothing or turn what stands beside them around. */
const unprintable = /[\p{Cc}\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/gu

/** A topic on one line: spaces folded, without control characters. Throws GalError `bad-topic` for an empty one and for one over 2,000 characters. */
export const parseTopic = (text: string): string => {
  const topic = text.toWellFormed().replaceAll(/\s+/g, ' ').replaceAll(unprintable, '').trim()
  if (topic === '')
    throw new GalError('bad-topic', 'the topic is empty', 'say what to find out: gal run "Does label smoothing help a small classifier?"')
  const count = [...topic].length
  if (count <= longest) return topic
  throw new GalError(
    'bad-topic',
    `the topic has ${count.toLocaleString('en')} characters, and at most ${longest.toLocaleString('en')} are allowed`,
    'put the question in the topic, and the rest in task-notes of config.yaml',
  )
}
