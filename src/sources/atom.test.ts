import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFeed } from './atom.ts'
import { errorFeed, feedOf } from './fake-papers.ts'

const papersIn = (xml: string) => {
  const feed = parseFeed(xml)
  if (!('papers' in feed)) throw new Error(JSON.stringify(feed))
  return feed.papers
}

describe('an arXiv feed', () => {
  test('gives each paper with its facts, its id without a version and its title on one line', () => {
    const summary = 'We show\n  that x &lt; y.'
    expect(papersIn(feedOf([{ id: '1906.02629', title: 'When Does\n  Label Smoothing Help?', summary }]))).toEqual([
      {
        id: 'arxiv:1906.02629',
        source: 'arxiv',
        title: 'When Does Label Smoothing Help?',
        authors: ['Ada Example', 'Bo Sample'],
        year: 2019,
        abstract: 'We show that x < y.',
        arxiv: '1906.02629',
        doi: '10.1000/1906.02629',
        url: 'https://arxiv.org/abs/1906.02629',
        venue: 'J. Examples 1 (2019)',
      },
    ])
  })

  test('may use a namespace prefix and CDATA', () => {
    const xml = feedOf([{ id: 'hep-th/9901001', title: '<![CDATA[Strings & <things>]]>' }]).replace(
      /<(\/?)(entry|feed|title|id)\b/g,
      '<$1atom:$2',
    )
    expect(papersIn(xml)[0]).toMatchObject({ id: 'arxiv:hep-th/9901001', title: 'Strings & <things>' })
  })

  test('with an error in place of papers gives the words of the error', () => {
    expect(parseFeed(errorFeed('incorrect id format for 12'))).toEqual({ error: 'incorrect id format for 12' })
  })

  test('without entries is no papers', () => {
    expect(papersIn(feedOf([]))).toEqual([])
  })

  test('leaves out entries without an id or a title, and repetitions', () => {
    const xml = feedOf([
      { id: '1906.02629', title: 'One' },
      { id: '1906.02629', title: 'One' },
      { id: '1512.00567', title: ' ' },
      { id: 'nonsense', title: 'Two' },
    ])
    expect(papersIn(xml).map(({ title }) => title)).toEqual(['One'])
  })

  test.each([
    ['a page', '<html><body>Sorry</body></html>', 'is not an Atom feed'],
    ['nothing', '', 'is not an Atom feed'],
    ['half a feed', feedOf([{ id: '1906.02629', title: 'One' }]).slice(0, -20), 'is a feed that was cut short'],
  ])('is broken when it is %s', (_what, xml, broken) => {
    expect(parseFeed(xml)).toEqual({ broken })
  })

  test('keeps any title through escaping, up to white space', () => {
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&#x3E;')
    const title = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(title, (text) => {
        expect(papersIn(feedOf([{ id: '1906.02629', title: escaped(text) }]))[0]?.title).toBe(text.replace(/\s+/g, ' ').trim())
      }),
      { numRuns: 200 },
    )
  })

  test('never throws, whatever stands between the tags', () => {
    const piece = fc.oneof(
      fc.constantFrom('<entry>', '</entry>', '<entry', '<id>', '</id>', '<title>', '&#xFFFFFF;', '<![CDATA[', ']]>', '<author>'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(parseFeed(`<feed>${pieces.join('')}</feed>`)).toBeTypeOf('object')
      }),
      { numRuns: 300 },
    )
  })

  test('of many unclosed entries is read in a moment', () => {
    const started = performance.now()
    parseFeed(`<feed>${'<entry>'.repeat(200_000)}</feed>`)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
