import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numeralsOf } from '../trace/numeral.ts'
import { markNumbers, passageText } from './mark-numbers.ts'
import { type Inline, plainText } from './text-tree.ts'

const marked = (children: readonly Inline[]) =>
  markNumbers(
    children,
    numeralsOf(passageText(children)).map(({ start, end }, mark) => ({ start, end, mark })),
  )

const leaf: fc.Arbitrary<Inline> = fc.oneof(
  fc
    .array(fc.constantFrom('a', ' ', '1', '2.5', ',', '−3', '%', '.'), { maxLength: 8 })
    .map((pieces): Inline => ({ kind: 'text', text: pieces.join('') })),
  fc.constantFrom<Inline>(
    { kind: 'code', text: '12' },
    { kind: 'math', text: '1 - x' },
    { kind: 'cite', number: 3 },
    { kind: 'break' },
    { kind: 'image', src: 'a.svg', alt: '4' },
  ),
)
const tree = fc.array(
  fc.oneof(
    leaf,
    fc.array(leaf, { maxLength: 4 }).map((children): Inline => ({ kind: 'strong', children })),
  ),
  { maxLength: 6 },
)

const numbersIn = (children: readonly Inline[]): string[] =>
  children.flatMap((child) => (child.kind === 'number' ? [child.text] : 'children' in child ? numbersIn(child.children) : []))

test('marks change no letter of the text', () =>
  fc.assert(
    fc.property(tree, (children) => {
      expect(plainText(marked(children))).toBe(plainText(children))
    }),
    { numRuns: 1000 },
  ))

test('every number is marked, and what is code, formula or citation is not', () =>
  fc.assert(
    fc.property(tree, (children) => {
      expect(numbersIn(marked(children)).join('')).toBe(
        numeralsOf(passageText(children))
          .map(({ text }) => text)
          .join(''),
      )
    }),
    { numRuns: 1000 },
  ))

test('a number within emphasis keeps its emphasis', () =>
  expect(
    marked([
      { kind: 'text', text: 'gave ' },
      { kind: 'strong', children: [{ kind: 'text', text: '6.73 of 10' }] },
    ])[1],
  ).toEqual({
    kind: 'strong',
    children: [
      { kind: 'number', text: '6.73', mark: 0 },
      { kind: 'text', text: ' of ' },
      { kind: 'number', text: '10', mark: 1 },
    ],
  }))
