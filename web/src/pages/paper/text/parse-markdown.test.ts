import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMarkdown } from './parse-markdown.ts'
import { textOfBlocks } from './text-of-blocks.ts'
import type { Block, Inline } from './text-tree.ts'

const inlines = (markdown: string): readonly Inline[] => {
  const [block] = parseMarkdown(markdown)
  return block?.kind === 'paragraph' ? block.children : []
}

test('raw HTML is shown as it was written', () => {
  expect(textOfBlocks(parseMarkdown('<script>alert(1)</script>\n\na <b onclick="x">word</b>'))).toBe(
    '<script>alert(1)</script>\na <b onclick="x">word</b>',
  )
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'java\tscript:alert(1)',
  '//elsewhere.example/x',
  '../../secret',
  '/v1/runs',
  'vbscript:x',
])('a link to %s is words and no link', (address) => expect(JSON.stringify(parseMarkdown(`[words](<${address}>)`))).not.toContain('"link"'))

test.each(['https://arxiv.org/abs/1906.02629', 'http://example.org', 'src/main.mjs', '#references'])(
  'a link to %s stays a link',
  (address) =>
    expect(inlines(`[words](${address})`)[0]).toEqual({ kind: 'link', href: address, children: [{ kind: 'text', text: 'words' }] }),
)

test('a citation is told from other links', () => expect(inlines('see [\\[3\\]](#references)')).toContainEqual({ kind: 'cite', number: 3 }))

test('formulas are kept as they were written, and money is none', () => {
  expect(inlines('over $K$ classes')).toContainEqual({ kind: 'math', text: 'K' })
  expect(inlines('costs $5 or $6')).toEqual([{ kind: 'text', text: 'costs $5 or $6' }])
})

test('tables keep their cells', () => {
  const [table] = parseMarkdown('| a | b |\n| --- | --: |\n| 1 | 2 |')
  expect(table).toMatchObject({ kind: 'table', align: [null, 'right'], rows: [[[{ text: '1' }], [{ text: '2' }]]] })
})

const linksIn = (blocks: readonly Block[]): string[] =>
  [...JSON.stringify(blocks).matchAll(/"href":"(?<href>[^"]*)"/g)].map(({ groups }) => groups?.href ?? '')

test('whatever the text, it is parsed, and links lead to safe places alone', () => {
  const pieces = fc.constantFrom(
    '[a](',
    'javascript:',
    ')',
    '<a href="x">',
    '`',
    '$',
    '|',
    '\n',
    '# ',
    '![',
    '](x)',
    '[b]: data:x',
    '[b]',
    '- ',
    '~~',
    '*',
    'https://x',
    '[^1]',
    '&#106;avascript:',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces, { maxLength: 20 }).map((all) => all.join('')),
      ),
      (markdown) => {
        for (const href of linksIn(parseMarkdown(markdown))) expect(href).toMatch(/^(?:https?:\/\/|mailto:|#|[^:/][^:]*$)/i)
      },
    ),
    { numRuns: 500 },
  )
})
