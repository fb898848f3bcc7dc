import { describe, expect, test } from 'vitest'
import { chooseSources, sourcesSettings } from './settings.ts'

const choose = (written: unknown) => chooseSources(sourcesSettings.parse(written))
const mirror = 'http://127.0.0.1:8087/api/query'

describe('the settings of the sources', () => {
  test.each([
    ['nothing', {}, ['bundled']],
    ['the address of arXiv', { arxiv: { 'base-url': mirror } }, ['arxiv', 'bundled']],
    ['a folder', { folder: { path: 'papers' } }, ['folder', 'bundled']],
    ['both', { folder: { path: 'papers' }, arxiv: { 'base-url': mirror } }, ['folder', 'arxiv', 'bundled']],
    ['an interval of arXiv only', { arxiv: { 'interval-seconds': 5 } }, ['bundled']],
    ['a list', { use: ['arxiv'] }, ['arxiv']],
    ['a list and an address that it leaves out', { use: ['bundled'], arxiv: { 'base-url': mirror } }, ['bundled']],
    ['a list with a repetition', { use: ['folder', 'arxiv', 'folder'] }, ['folder', 'arxiv']],
  ])('with %s set choose %j → %j', (_what, written, chosen) => {
    expect(choose(written)).toEqual(chosen)
  })

  test.each([
    ['a key that does not exist', { arxiv: { url: mirror } }],
    ['an unknown source', { use: ['pubmed'] }],
    ['an empty list', { use: [] }],
    ['an address that is none', { arxiv: { 'base-url': 'mirror' } }],
    ['an address of a file', { arxiv: { 'base-url': 'file:///etc/passwd' } }],
    ['a negative interval', { arxiv: { 'interval-seconds': -1 } }],
  ])('refuse %s', (_what, written) => {
    expect(sourcesSettings.safeParse(written).success).toBe(false)
  })

  test('tell in a sentence what each key means', () => {
    const { arxiv, folder, datasets, ...rest } = sourcesSettings.shape
    const keys = [arxiv, folder, datasets].flatMap((section) => [section, ...Object.values(section.unwrap().shape)])
    for (const key of [...keys, ...Object.values(rest)]) expect(key.description).toMatch(/^[A-Za-z].*\.$/)
  })
})
