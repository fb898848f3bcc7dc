import { expect, test } from 'vitest'
import { plainWords } from './plain-words.ts'

test.each([
  ['**Question.** Does it help?', 'Question. Does it help?'],
  ['# The plan\n\nFirst *this*, then _that_.', 'The plan\n\nFirst this, then that.'],
  ['* one\n- two', '• one\n• two'],
  ['> said before', 'said before'],
  ['see `a.py` and [the page](https://example.org/a)', 'see a.py and the page'],
  ['```python\nx = 1\n```\nafter', 'x = 1\nafter'],
])('the marks of Markdown in %j are not shown', (text, plain) => {
  expect(plainWords(text)).toBe(plain)
})

test.each(['2**3 and x ** 2', 'p < 0.05*', 'snake_case and __init__', '3 * 4 * 5', '#hashtag'])('%j is shown as it is', (text) => {
  expect(plainWords(text)).toBe(text)
})

test('a mark whose end is yet to come does not show on the way', () => {
  expect(plainWords('# **Ques')).toBe('Ques')
})

test('words made to be slow are read in time that grows as they do', { timeout: 2000 }, () => {
  for (const piece of ['**a ', '*a ', '_a ', '[', '[a](', '`', '# ']) plainWords(piece.repeat(50_000))
})
