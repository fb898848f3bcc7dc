import { describe, expect, test } from 'vitest'
import type { Paper } from '../core/paper.ts'
import { combine } from './combine.ts'
import type { SearchAnswer, Source, TextAnswer } from './source.ts'
import { notFound, rateLimited, unavailable } from './trouble.ts'

const signal = new AbortController().signal
const paper = (id: string, more: Partial<Paper> = {}): Paper => ({
  id,
  source: id.split(':')[0] ?? '',
  title: `Title of ${id}`,
  authors: [],
  abstract: '',
  ...more,
})
const found = (...ids: string[]): SearchAnswer => ({ status: 'ok', papers: ids.map((id) => paper(id)) })
const none = notFound('none')

const source = (name: string, answer: SearchAnswer, text: TextAnswer = none): Source => ({
  name,
  search: async () => answer,
  find: async () => answer,
  fetchText: async () => text,
})

const combined = (...sources: Source[]) => {
  const problems: string[] = []
  return { problems, source: combine(sources, (message) => problems.push(message)) }
}

describe('several sources', () => {
  test('answer with the papers of all, interleaved, and no more than asked for', async () => {
    const { source: all } = combined(source('a', found('a:1', 'a:2')), source('b', found('b:1', 'b:2')))
    expect(await all.search('x', 3, signal)).toEqual(found('a:1', 'b:1', 'a:2'))
    expect(all.name).toBe('a+b')
  })

  test('answer in the same order whichever is slower', async () => {
    const slow: Source = { ...source('a', none), search: () => new Promise((resolve) => setTimeout(() => resolve(found('a:1')), 30)) }
    expect(await combined(slow, source('b', found('b:1'))).source.search('x', 9, signal)).toEqual(found('a:1', 'b:1'))
  })

  test('answer without the one that is down, and say that it is', async () => {
    const { source: all, problems } = combined(source('a', unavailable('timeout', 'a is silent.')), source('b', found('b:1')))
    expect(await all.search('x', 3, signal)).toEqual(found('b:1'))
    expect(problems).toEqual(['a is silent.'])
  })

  test('are a trouble when all are down, told once and by the answer', async () => {
    const { source: all, problems } = combined(
      source('a', unavailable('timeout', 'a is silent.')),
      source('b', rateLimited('b is busy.', 9)),
    )
    expect(await all.search('x', 3, signal)).toEqual(rateLimited('b is busy.', 9))
    expect(problems).toEqual([])
  })

  test('have no paper only when each says so; an outage leaves it open', async () => {
    expect(await combined(source('a', none), source('b', none)).source.find('x', signal)).toMatchObject({ status: 'not-found' })
    const outage = unavailable('unreachable', 'b is down.')
    expect(await combined(source('a', none), source('b', outage)).source.find('x', signal)).toEqual(outage)
    expect(await combined(source('a', none), source('b', found('b:1'))).source.find('x', signal)).toEqual(found('b:1'))
  })

  test('are silent about a source that merely does not have the paper', async () => {
    const { source: all, problems } = combined(source('a', none), source('b', found('b:1')))
    await all.find('x', signal)
    expect(problems).toEqual([])
  })

  test.each([
    ['arXiv, for a bundled paper that is there', paper('bundled:1', { arxiv: '1906.02629' }), 'arxiv text'],
    ['the folder, for a file of its own', paper('folder:1', { arxiv: '1906.02629' }), 'folder text'],
    ['where it was found, for a paper that is not on arXiv', paper('bundled:1'), 'bundled text'],
  ])('give a text from %s', async (_where, wanted, text) => {
    const all = combined(...['bundled', 'arxiv', 'folder'].map((name) => source(name, none, { status: 'ok', text: `${name} text` })))
    expect(await all.source.fetchText(wanted, signal)).toEqual({ status: 'ok', text })
  })

  test('give the summary they have when the whole text cannot be had, and say why', async () => {
    const outage = unavailable('timeout', 'arXiv is silent.')
    const { source: all, problems } = combined(source('arxiv', none, outage), source('bundled', none, { status: 'ok', text: 'summary' }))
    expect(await all.fetchText(paper('bundled:1', { arxiv: '1906.02629' }), signal)).toEqual({ status: 'ok', text: 'summary' })
    expect(problems).toEqual(['arXiv is silent.'])
  })

  test('give no text only when none has one; an outage leaves it open', async () => {
    const outage = unavailable('timeout', 'a is silent.')
    expect(await combined(source('a', none, outage), source('b', none)).source.fetchText(paper('b:1'), signal)).toEqual(outage)
    expect(await combined(source('b', none)).source.fetchText(paper('b:1'), signal)).toMatchObject({ status: 'not-found' })
  })
})
