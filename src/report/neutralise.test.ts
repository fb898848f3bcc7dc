import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neutralise, neutraliseUncited } from './neutralise.ts'

const plain = (text: string) => neutralise(text, (ids) => ids.join())

/** Lines outside fenced blocks, read the way in which Markdown defines fences at the margin. */
const outside = (markdown: string): string[] => {
  let fence: string | undefined
  return markdown.split('\n').filter((line) => {
    const marks = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]
    if (fence !== undefined) {
      if (line.trimEnd() === line.charAt(0).repeat(line.trimEnd().length) && line.startsWith(fence)) fence = undefined
      return false
    }
    fence = marks
    return marks === undefined
  })
}

/** A text as Markdown reads it from left to right: a letter in place of what is escaped, a word in place of code. */
const seen = (text: string): string => {
  const escaped = /^\\[!-/:-@[-`{-~]/.exec(text)?.[0]
  if (escaped) return `x${seen(text.slice(2))}`
  const run = /^`+/.exec(text)?.[0]
  if (run) {
    const close = [...text.matchAll(/`+/g)].find(({ 0: marks, index }) => index > 0 && marks.length === run.length)
    return close ? `code${seen(text.slice(close.index + run.length))}` : `x${seen(text.slice(run.length))}`
  }
  return text === '' ? '' : text.charAt(0) + seen(text.slice(1))
}

/** All that may be read on its own: paragraphs, and what a table would take for its cells. */
const readings = (markdown: string): string[] => {
  const lines = outside(markdown)
  const cells = lines.filter((line) => line.includes('|')).flatMap((line) => line.split('|'))
  return [...lines.join('\n').split(/\n\s*\n/), ...cells].map(seen)
}

const pieces = fc.constantFrom(
  ...[
    '<script>',
    '</b>',
    '<img src=x onerror=y>',
    '`',
    '``',
    '```',
    '~~~',
    '```js',
    '\n',
    '\n\n',
    '# ',
    '## ',
    '---',
    '===',
    '> ',
    '- ',
    '1. ',
    '    ',
    '\t',
  ],
  ...[
    '|',
    '\\',
    '\\\\',
    '![',
    '[',
    ']',
    '](',
    ')',
    ']:',
    'javascript:a',
    'https://b.org',
    '//c',
    'data:d',
    '&#106;',
    '$$',
    '$',
    '[@x]',
    'e',
    ' ',
    '\r\n',
    '\u2028',
    '\u0000',
    '\ud800',
  ],
)
const hostile = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))

describe('Markdown from a model', () => {
  test('headings lie below those of the report, also in quotations and lists', () => {
    expect(plain('# a\n## b\n> # c\n- # d\n###### e')).toBe('### a\n#### b\n> ### c\n- ### d\n###### e')
  })

  test('an underlined line is no heading', () => {
    expect(plain('a\n===\nb\n---\nc\n-')).toBe('a\n\\===\nb\n***\nc\n\\-')
  })

  test('a block of code keeps its letters and gets a fence that nothing in it ends', () => {
    expect(plain('~~~js\na <b>\n```\n# c\n~~~\nafter')).toBe('````js\na <b>\n```\n# c\n````\n\nafter')
  })

  test('a block of code that never ends is ended', () => {
    expect(plain('a\n```\n<b>')).toBe('a\n\n```\n<b>\n```')
  })

  test('a block of code in a list comes to the margin', () => {
    expect(plain('- a\n    ```py\n    x\n      y\n    ```\n<b>')).toBe('- a\n\n```py\nx\n  y\n```\n\n&lt;b>')
  })

  test('a block of formulas that never ends does not swallow what follows', () => {
    expect(plain('$$\na=\n$$\n$$\nb')).toBe('$$\na=\n$$\n\\$\\$\nb')
  })

  test('a block of formulas hides neither a heading nor an underlined line', () => {
    expect(plain('$$\n# a\n=\nb\n-\n$$')).toBe('$$\n### a\n{}=\nb\n{}-\n$$')
  })

  test('a definition whose target is on the next line is broken', () => {
    expect(plain('[a]:\njavascript:b')).toBe('[a]\\:\njavascript:b')
  })

  test('a tick left open on one line does not turn the next one inside out', () => {
    expect(plain('a `b\n`<img src=x>`')).toBe('a \\`b\n`<img src=x>`')
  })

  test('a citation where nothing is cited stays visible', () => {
    expect(neutraliseUncited('see [@a:1]')).toBe('see \\[@a:1\\]')
  })

  test('whatever it is put together from, no HTML, script, picture from elsewhere or high heading is left', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = plain(text)
        for (const reading of readings(safe)) {
          expect(reading).not.toMatch(/<[A-Za-z/!?]/)
          expect(reading).not.toMatch(/\]\(\s*(?:javascript|data|&)/i)
          expect(reading).not.toMatch(/\]:\s*(?:javascript|data|&)/i)
          expect(reading).not.toMatch(/!\[[^\]]*\](?:\(\s*(?:https?:|\/\/|data:)|\[)/)
        }
        for (const line of outside(safe)) {
          expect(line).not.toMatch(/^(?:\s|>|[-*+]\s|\d+[.)]\s)*#{1,2}(?:\s|$)/)
          expect(line).not.toMatch(/^[\s>]*(?:=+|-+)\s*$/)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('whatever it is put together from, nothing of it reaches what is written after it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(outside(`${plain(text)}\n\n## After`)).toContain('## After')
      }),
      { numRuns: 400 },
    )
  })

  test('no control character and no half of a character is left', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 60 }), (units) => {
        const text = plain(String.fromCharCode(...units))
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toMatch(/[^\P{Cc}\n\t]/u)
      }),
    )
  })
})
