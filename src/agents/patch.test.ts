import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyPatch, readPatch } from './patch.ts'
import { patchBetween, writePatch } from './testing/patch-between.ts'

const block = (search: string, replace: string) => `<<<<<<< SEARCH\n${search}=======\n${replace}>>>>>>> REPLACE`
const patched = (text: string, answer: string) => {
  const read = readPatch(answer)
  return 'problem' in read ? read : applyPatch(text, read.blocks)
}

const program = `def build(seed):
    scale = 1
    return scale


def main():
    for seed in seeds:
        model = build(seed)
        model.fit(1)
    return model
`

describe('a patch', () => {
  test('replaces exact lines, several blocks in order, and leaves all else', () => {
    const answer = `Here it is:\n\`\`\`\n${block('    scale = 1\n', '    scale = 2\n')}\n\`\`\`\nand\n${block('    scale = 2\n    return scale\n', '    return 3\n')}`
    expect(patched(program, answer)).toEqual({ text: program.replace('    scale = 1\n    return scale', '    return 3') })
  })

  test('deletes lines when nothing is to stand in their place', () => {
    expect(patched(program, block('        model.fit(1)\n', ''))).toEqual({ text: program.replace('        model.fit(1)\n', '') })
  })

  test('whose lines differ in spaces alone is applied, moved as far as they are', () => {
    const answer = block('model = build(seed)\nmodel.fit(1)  \n', 'model = build(seed)\nif model:\n    model.fit(2)\n')
    expect(patched(program, answer)).toEqual({
      text: program.replace('        model.fit(1)', '        if model:\n            model.fit(2)'),
    })
  })

  test('prefers exact lines to lines that differ in spaces', () => {
    expect(patched('a\n  a', block('  a\n', 'b\n'))).toEqual({ text: 'a\nb' })
  })

  test('that was sent with CRLF is read like any other', () => {
    expect(patched(program, block('    scale = 1\n', '    scale = 2\n').replaceAll('\n', '\r\n'))).toEqual({
      text: program.replace('= 1', '= 2'),
    })
  })

  test('with an empty SEARCH fills an empty file, and no other', () => {
    expect(patched('', block('', 'a\n'))).toEqual({ text: 'a' })
    expect(patched('b', block('', 'a\n'))).toEqual({
      problem: expect.stringMatching(/^The block has an empty SEARCH, which only an empty/),
    })
  })

  test('that is not found names its block and shows the nearest lines', () => {
    const answer = `${block('    scale = 1\n', '    scale = 2\n')}\n${block('        modle = build(seed)\n        model.fit(1)\n', '')}`
    expect(patched(program, answer)).toEqual({
      problem: 'Block 2 of 2 is not found; the nearest lines are:\n8|         model = build(seed)\n9|         model.fit(1)',
    })
    expect(patched(program, block('    scael = 1\n', ''))).toEqual({
      problem: 'The block is not found; the nearest lines are:\n2|     scale = 1',
    })
  })

  test('that is found more than once is refused with the places', () => {
    expect(patched('a\nb\na', block('a\n', 'c\n'))).toEqual({
      problem: 'The block is found at lines 1 and 3; put more of the lines around it into its SEARCH.',
    })
    expect(patched(' a\nb\n  a', block('a\n', 'c\n'))).toEqual({ problem: expect.stringContaining('lines 1 and 3') })
  })

  test('whose lines are indented against each other in another way is refused, since nobody knows how far the new ones go', () => {
    const answer = block('for seed in seeds:\nmodel = build(seed)\n', 'for seed in seeds:\nmodel = other(seed)\n')
    expect(patched(program, answer)).toEqual({
      problem: expect.stringMatching(/^The block is indented in another way than the text; .*\n7\|/),
    })
  })

  test('that changes nothing, or leaves nothing, is refused', () => {
    expect(patched('a', block('a\n', 'a\n'))).toEqual({ problem: 'Nothing is changed by this patch.' })
    expect(patched('a', block('a\n', ''))).toEqual({ problem: 'Nothing would be left after this patch.' })
  })

  test.each([
    ['no block', 'a = 1', /^There is no block/],
    ['no end', '<<<<<<< SEARCH\na\n=======\nb', /^Block 1 has no line >>>>>>> REPLACE/],
    ['no divider', '<<<<<<< SEARCH\na\n>>>>>>> REPLACE', /^Block 1 has no line =======/],
    [
      'a second beginning',
      `${block('a\n', 'b\n')}\n<<<<<<< SEARCH\na\n=======\n${block('a\n', 'b\n')}`,
      /^Block 2 has no line >>>>>>> REPLACE/,
    ],
  ])('with %s says so', (_, answer, problem) => {
    expect(readPatch(answer)).toEqual({ problem: expect.stringMatching(problem) })
  })
})

const line = fc.oneof(
  fc.constantFrom('', 'a', 'b', '  a', '\ta', 'a  b', ' '),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, '')),
)
const noMark = (text: string) => !/^(<{7} ?SEARCH|={7}|>{7} ?REPLACE)\s*$/m.test(text)
const text = fc
  .array(line, { maxLength: 14 })
  .map((lines) => lines.join('\n'))
  .filter(noMark)

test('the patch between two texts makes the second of the first, also through what is written and read', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after && after.trim() !== '')
      expect(patched(before, writePatch(patchBetween(before, after)))).toEqual({ text: after })
    }),
    { numRuns: 2000 },
  )
})

test('a patch for one text never changes another in silence where its lines do not stand', () => {
  fc.assert(
    fc.property(text, line, (before, strange) => {
      fc.pre(
        strange.trim() !== '' &&
          noMark(strange) &&
          !before.split('\n').some((one) => one.trim().replace(/\s+/g, ' ') === strange.trim().replace(/\s+/g, ' ')),
      )
      expect(applyPatch(before, [{ search: [strange], replace: ['new'] }])).toHaveProperty('problem')
    }),
  )
})

test('whatever an answer is, it is read or refused in words', () => {
  const piece = fc.constantFrom('<<<<<<< SEARCH', '=======', '>>>>>>> REPLACE', 'a', '', '```')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), text, (pieces, before) => {
      const result = patched(before, pieces.join('\n'))
      expect('text' in result ? result.text : result.problem).toMatch(/\S/)
    }),
  )
})
