import { describe, expect, test } from 'vitest'
import { parseArxivId } from './arxiv-id.ts'
import { parseDoi } from './doi.ts'
import { decodeEntities } from './entities.ts'
import { parseRetryAfter } from './retry-after.ts'
import { cutText } from './text-limit.ts'

describe('an arXiv id', () => {
  test.each([
    ['1706.03762', '1706.03762'],
    ['arxiv:1706.03762v5', '1706.03762'],
    ['arXiv: 0704.0001', '0704.0001'],
    ['http://arxiv.org/abs/1706.03762v5', '1706.03762'],
    ['https://arxiv.org/pdf/1706.03762.pdf', '1706.03762'],
    ['hep-th/9901001v2', 'hep-th/9901001'],
    ['https://arxiv.org/abs/math.GT/0309136', 'math.GT/0309136'],
  ])('is read in %s', (written, id) => {
    expect(parseArxivId(written)).toBe(id)
  })

  test.each(['bundled:muller2019', 'folder:notes.md', '10.1145/1015330.1015435', '', 'x1706.03762', '1706.037'])(
    'is not seen in %s',
    (written) => {
      expect(parseArxivId(written)).toBeUndefined()
    },
  )
})

describe('a DOI', () => {
  test.each(['10.1000/ABC', 'doi:10.1000/abc', 'https://doi.org/10.1000/abc', ' http://dx.doi.org/10.1000/abc '])(
    'is read in %s',
    (written) => {
      expect(parseDoi(written)).toBe('10.1000/abc')
    },
  )

  test.each(['1706.03762', 'bundled:x', '10.1000'])('is not seen in %s', (written) => {
    expect(parseDoi(written)).toBeUndefined()
  })
})

describe('a Retry-After header', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')
  test.each([
    ['120', 120],
    ['Thu, 01 Jan 2026 00:00:05 GMT', 5],
    ['Thu, 01 Jan 2020 00:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('of %s is %s seconds', (header, seconds) => {
    expect(parseRetryAfter(header, now)).toBe(seconds)
  })
})

test('entities that nobody knows, and code points that do not exist, stay as they stand', () => {
  expect(decodeEntities('&amp;lt; &#65;&#x42; &wat; &#xD800; &#0; &#1114112;')).toBe('&lt; AB &wat; &#xD800; &#0; &#1114112;')
})

test('a text is never cut inside a character', () => {
  expect(cutText('ab😀', 3)).toBe('ab')
  expect(cutText('abc', 3)).toBe('abc')
})
