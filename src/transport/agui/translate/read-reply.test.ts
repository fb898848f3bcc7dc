import { expect, test } from 'vitest'
import { argsIn, wordsIn } from './read-reply.ts'

const call = '{"command":"dialogue","text":"Go on."}'

test.each([
  ['a command with a text', call, 'Go on.'],
  ['a command in a fence', `I would go on.\n\n\`\`\`json\n${call}\n\`\`\``, 'Go on.'],
  ['prose before a command without a text', 'I search first.\n```json\n{"command":"search","query":"q"}\n```', 'I search first.'],
  ['a command without a text', '{"command":"search","query":"q"}', ''],
  ['prose', ' I do not know. ', 'I do not know.'],
  ['half an object', '{"command":"dia', '{"command":"dia'],
])('the words in %s', (_, reply, words) => {
  expect(wordsIn(reply)).toBe(words)
})

test('the arguments of a command are those of a reply that names it', () => {
  expect(argsIn(`Well. ${call}`, 'dialogue')).toEqual({ text: 'Go on.' })
  expect(argsIn(call, 'plan')).toEqual({})
  expect(argsIn('prose', 'plan')).toEqual({})
})
