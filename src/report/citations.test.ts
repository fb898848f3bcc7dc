import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCitations, storedPapers } from './citations.ts'

const paperOf = (id: string) => ({ id, source: 's', title: `Title ${id}`, authors: [], abstract: '' })
const ids = ['a:1', 'b:2', 'c:3', 'd:4', 'e:5']
const stored = new Map(ids.map((id) => [id, paperOf(id)]))

describe('numbers of citations', () => {
  test('a paper is stored when it was added and found', () => {
    const found = { 'a:1': paperOf('a:1'), 'b:2': paperOf('b:2') }
    const papers = storedPapers({ found, added: { 'a:1': { note: 'n' }, 'z:9': { note: 'n' }, toString: { note: 'n' } } })
    expect([...papers.keys()]).toEqual(['a:1'])
  })

  test('follow the order of first citation', () => {
    const { cite, cited } = createCitations(stored, '#r', 'unknown source')
    expect(cite(['b:2'])).toBe('[\\[1\\]](#r)')
    expect(cite(['a:1', 'b:2'])).toBe('[\\[2\\]](#r) [\\[1\\]](#r)')
    expect(cited().map(({ id }) => id)).toEqual(['b:2', 'a:1'])
  })

  test('are refused to papers that nobody stored, which is said and counted each time', () => {
    const { cite, cited, unknown } = createCitations(stored, '#r', 'unknown source')
    expect(cite(['x', 'a:1', 'x'])).toBe('**[unknown source]** [\\[1\\]](#r) **[unknown source]**')
    expect(unknown()).toEqual(['x', 'x'])
    expect(cited()).toHaveLength(1)
  })

  test('run from 1 without a gap, and every stored paper is listed once, cited or not', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids, 'x', 'y')), (calls) => {
        const { cite, cited, uncited, unknown } = createCitations(stored, '#r', 'unknown source')
        const numbers = calls.flatMap((id) => Number(/\d+/.exec(cite([id]))?.[0] ?? 0)).filter((number) => number > 0)
        const distinct = [...new Set(numbers)]
        expect(distinct).toEqual(distinct.map((_, place) => place + 1))
        expect([...cited(), ...uncited()].map(({ id }) => id).sort()).toEqual(ids)
        expect(unknown()).toEqual(calls.filter((id) => !ids.includes(id)))
        for (const [place, id] of calls.filter((call) => ids.includes(call)).entries())
          expect(cited()[(numbers[place] ?? 0) - 1]?.id).toBe(id)
      }),
    )
  })
})
