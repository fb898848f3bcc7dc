import type { Message } from '@ag-ui/core'
import { describe, expect, test } from 'vitest'
import { lastWords, newWords, reconciled } from './conversation.ts'

const user = (id: string, content: string): Message => ({ id, role: 'user', content })
const role = (id: string): Message => ({ id, role: 'assistant', content: 'Go on.' })

describe('what is new to the log', () => {
  const log = [
    { id: 'topic', text: 'Does it help?' },
    { id: 'note-9', text: 'Use three seeds.' },
  ]
  test('is what was said after the last answer and is not on it', () => {
    expect(newWords([user('a', 'Does it help?'), role('t1'), user('b', 'Use five.')], log)).toEqual(['Use five.'])
  })
  test('is nothing when a request is sent once more', () => {
    expect(newWords([user('a', 'Does it help?'), user('b', 'Use three seeds. ')], log)).toEqual([])
  })
  test('is nothing of what was said before an answer', () => {
    expect(newWords([user('b', 'Use five.'), role('t1')], log)).toEqual([])
  })
  test('is a note that says the same once more', () => {
    const twice = [user('topic', 'Does it help?'), user('note-9', 'Use three seeds.'), role('t1'), user('c', 'Use three seeds.')]
    expect(newWords(twice, log)).toEqual(['Use three seeds.'])
  })
  test('is found in the text of parts', () => {
    expect(newWords([{ id: 'a', role: 'user', content: [{ type: 'text', text: 'Use five.' }] }], log)).toEqual(['Use five.'])
  })
})

test('the topic of a new run is the last thing that a person said', () => {
  expect(lastWords([user('a', 'One?'), role('t'), user('b', 'Two?'), user('c', ' ')])).toBe('Two?')
  expect(lastWords([role('t')])).toBeUndefined()
})

describe('the messages of a log, as a client shall hold them,', () => {
  const log = [user('topic', 'Does it help?'), role('t1'), user('note-9', 'Use three seeds.')]
  test("bear the client's own names", () => {
    expect(reconciled(log, [user('a', 'Does it help?'), role('t1'), user('b', 'Use three seeds.')]).map(({ id }) => id)).toEqual([
      'a',
      't1',
      'b',
    ])
  })
  test('stand behind what only the client knows', () => {
    const greeting: Message = { id: 'g', role: 'assistant', content: 'How can I help?' }
    expect(reconciled(log, [greeting, user('a', 'Does it help?')]).map(({ id }) => id)).toEqual(['g', 'a', 't1', 'note-9'])
  })
})
