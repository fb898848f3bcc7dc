import { expect, test } from 'vitest'
import { htmlText } from './html-text.ts'

test('a page becomes its text, a line per block', () => {
  const html = '<!doctype html><head><title>T</title></head><body><h1>A   title</h1><p>One &amp; <b>two</b>.</p><p>Three</p></body>'
  expect(htmlText(html)).toBe('A title\nOne & two.\nThree')
})

test('programs, styles, pictures and navigation are left out', () => {
  const html =
    '<nav>menu</nav><script>if (a<b) {}</script><style>p{}</style><!-- x --><p>seen</p><svg><text>no</text></svg><headline>kept</headline>'
  expect(htmlText(html)).toBe('seen\nkept')
})

test('a formula is given as its TeX, once', () => {
  expect(htmlText('<p>Let <math alttext="x^{2}" display="inline"><mi>x</mi><mn>2</mn></math> be</p>')).toBe('Let x^{2} be')
})

test('an element that is never closed hides the rest and nothing throws', () => {
  expect(htmlText('<p>seen</p><script>var a')).toBe('seen')
})
