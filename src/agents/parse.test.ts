import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands } from './commands/index.ts'
import { declared } from './offer.ts'
import { parseCommand, saidIn } from './parse.ts'

const valid = commands.map(({ name, example }) => ({ name, text: JSON.stringify({ command: name, ...example }) }))
const named = (text: string) => {
  const parsed = parseCommand(text, declared(commands))
  return 'command' in parsed ? parsed.command.name : parsed.problem
}

describe('a reply', () => {
  test.each(valid)('that is the example of $name is that command', ({ name, text }) => {
    expect(named(text)).toBe(name)
  })

  test.each([
    ['in a fence', (text: string) => `Sure, here it is:\n\`\`\`json\n${text}\n\`\`\`\nDone.`],
    ['with words around it', (text: string) => `I think so. ${text} That is all.`],
  ])('%s is found', (_how, wrap) => {
    for (const { name, text } of valid) expect(named(wrap(text))).toBe(name)
  })

  test.each([
    ['nothing', '', /empty/],
    ['blanks', ' \n ', /empty/],
    ['a question', 'Shall I proceed?', /not one JSON object/],
    ['half an object', '{"command":"dialogue","text":"I th', /not one JSON object/],
    ['a list', '["dialogue"]', /not one JSON object/],
    ['no command', '{"text":"hello"}', /names no command/],
    ['an unknown command', '{"command":"rm"}', /no command "rm"/],
    ['a missing argument', '{"command":"dialogue"}', /dialogue: .*text/],
    ['an unknown argument', '{"command":"dialogue","text":"a","loud":true}', /loud/],
    ['an empty section', '{"command":"write-section","section":"abstract","text":"  "}', /write-section/],
    ['an empty plan', '{"command":"plan","text":""}', /plan/],
  ])('of %s is refused in words', (_what, text, words) => {
    expect(named(text)).toMatch(words)
  })

  test('of whatever kind never throws, and a problem is one line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.json()), (text) => {
        const parsed = parseCommand(text, declared(commands))
        if ('problem' in parsed) expect(parsed.problem).not.toMatch(/\n/)
        expect(typeof saidIn(text)).toBe('string')
      }),
    )
  })
})
