import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandIn, readable } from './readable.ts'

const reply = JSON.stringify({ command: 'write-program', code: 'print("é")\n\tdone 🧪', seeds: [1, 2], tags: ['a', 'b'] })

test('shows the words of a reply without its command, keys and braces', () => {
  expect(readable(reply)).toBe('print("é")\n\tdone 🧪\na\nb')
  expect(commandIn(reply)).toBe('write-program')
})

test('shows a reply that is no object as it is', () => {
  expect(readable('I would rather talk.')).toBe('I would rather talk.')
})

test('finds the object behind other words', () => {
  expect(readable('```json\n{ "text": "Yes." }\n```')).toBe('Yes.')
})

test('shows nothing while only the command has come', () => {
  for (let end = 1; end <= '{"command":"write-program","co'.length; end++) expect(readable(reply.slice(0, end))).toBe('')
})

test('what is shown only grows while a reply comes, and ends as what was said', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.boolean(), (said, ascii) => {
      const json = JSON.stringify({ command: 'dialogue', text: said })
      const whole = ascii ? json.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) : json
      const plain = said.replaceAll(/[\r\b\f]/g, '')
      for (let end = 0; end <= whole.length; end++) expect(plain.startsWith(readable(whole.slice(0, end)))).toBe(true)
      expect(readable(whole)).toBe(plain)
    }),
    { numRuns: 50 },
  )
})
