import { parse } from '@retorquere/bibtex-parser'
import { describe, expect, test } from 'vitest'
import { referenceLine, renderBibliography } from './bibliography.ts'

const paper = { id: 'a:1', source: 'a', title: 'On targets', authors: ['Ann Author', 'Bo Writer'], abstract: '' }

describe('a reference', () => {
  test('names authors, year, title, venue and the arXiv id as a link', () => {
    expect(referenceLine({ ...paper, year: 2019, venue: 'NeurIPS', arxiv: '1906.02629v3' }, 'nobody')).toBe(
      'Ann Author, Bo Writer (2019). On targets. *NeurIPS*. [arXiv:1906.02629v3](https://arxiv.org/abs/1906.02629v3)',
    )
  })

  test('links a DOI whatever characters it holds', () => {
    expect(referenceLine({ ...paper, doi: '10.1/a(b)<c>' }, 'nobody')).toContain('(https://doi.org/10.1/a%28b%29%3Cc%3E)')
  })

  test('falls back to the page, then to the id', () => {
    expect(referenceLine({ ...paper, url: 'https://a.org/x' }, 'nobody')).toContain('[https://a.org/x](https://a.org/x)')
    expect(referenceLine({ ...paper, url: 'javascript:x' }, 'nobody')).toBe('Ann Author, Bo Writer. On targets. a:1')
  })

  test.each(['Does it help?', 'It does!', 'It does.', 'Is it “so?”'])('puts no stop after %s', (title) => {
    expect(referenceLine({ ...paper, title }, 'nobody')).toBe(`Ann Author, Bo Writer. ${title} a:1`)
  })

  test('says so when the authors are not known', () => {
    expect(referenceLine({ ...paper, authors: [] }, 'nobody')).toMatch(/^nobody\. On targets\./)
  })

  test('is one line in which a title has no markup', () => {
    expect(referenceLine({ ...paper, title: '<b>x</b>\n# [y](javascript:z)' }, 'nobody')).toContain(
      '&lt;b>x&lt;/b> # \\[y\\](javascript:z)',
    )
  })
})

describe('the bibliography', () => {
  const read = (text: string) => parse(text, { sentenceCase: false }).entries

  test('is BibTeX that a reader takes back', () => {
    const [entry] = read(
      renderBibliography([{ ...paper, title: 'Costs of 5% & more: $x_1$', year: 2019, arxiv: '1906.02629', doi: '10.1/a_b' }]),
    )
    expect(entry?.type).toBe('misc')
    expect(entry?.key).toBe('a:1')
    expect(entry?.fields.title).toBe('Costs of 5% & more: $x_1$')
    expect(entry?.fields.author).toEqual([
      { firstName: 'Ann', lastName: 'Author' },
      { firstName: 'Bo', lastName: 'Writer' },
    ])
    expect(entry?.fields.doi).toBe('10.1/a_b')
  })

  test('gives every paper a key of its own', () => {
    const keys = read(
      renderBibliography([
        { ...paper, id: 'a b' },
        { ...paper, id: 'a{b' },
        { ...paper, id: 'A-B' },
      ]),
    ).map(({ key }) => key)
    expect(keys).toEqual(['a-b', 'a-b-2', 'A-B-3'])
  })

  test('is empty without papers', () => {
    expect(renderBibliography([])).toBe('')
  })
})
