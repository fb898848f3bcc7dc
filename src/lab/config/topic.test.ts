import { expect, test } from 'vitest'
import { GalError } from '../../core/error.ts'
import { parseTopic } from './topic.ts'

const refusal = (text: string): GalError => {
  try {
    throw new Error(`accepted as ${parseTopic(text)}`)
  } catch (error) {
    if (error instanceof GalError) return error
    throw error
  }
}

test('a topic is one line without control characters', () => {
  expect(parseTopic('  Does\tlabel\r\nsmoothing\u0007 help\u202E?\n')).toBe('Does label smoothing help?')
})

test.each(['', ' \n\t ', '\u0000\u0007', '\u200B\uFEFF'])('a topic without anything to read (%j) is refused', (text) => {
  expect(refusal(text)).toMatchObject({ code: 'bad-topic', message: 'the topic is empty' })
})

test('a topic of 2,000 characters is taken, and of one more it is refused with the count and the limit', () => {
  expect(parseTopic('🐈'.repeat(2000))).toHaveLength(4000)
  expect(refusal('x'.repeat(2001)).message).toBe('the topic has 2,001 characters, and at most 2,000 are allowed')
  expect(refusal('x'.repeat(100_000)).message).toMatch(/100,000/)
})
