import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'
import { folded, piecesOf } from './folded.ts'

test('capitals and accents do not matter', () => {
  expect(folded('Évaluación')).toBe('evaluacion')
  expect(piecesOf('une Évaluation, évalué', 'evalu').filter(({ hit }) => hit)).toMatchObject([{ text: 'Évalu' }, { text: 'évalu' }])
})

test('the pieces are the text, and a hit is what was searched for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1, maxLength: 3, unit: 'grapheme' }), (text, searched) => {
      const needle = folded(searched)
      const pieces = piecesOf(text, needle)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      if (needle !== '') for (const piece of pieces.filter(({ hit }) => hit)) expect(folded(piece.text)).toContain(needle)
    }),
  )
})

test('where the sentence does not show it, the place that says it is shown', () => {
  const entry = { event: { type: 'program-end', output: `${'x'.repeat(90)} the Loss fell\nagain` } } as never
  expect(excerptOf(entry, 'ran in 2 s', 'loss fell')).toMatch(/^….*the Loss fell again$/)
  expect(excerptOf(entry, 'the loss fell', 'loss fell')).toBeUndefined()
  expect(excerptOf(entry, 'ran', 'nowhere')).toBeUndefined()
})
