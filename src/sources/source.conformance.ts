import { expect, test } from 'vitest'
import { paper as paperSchema } from '../core/paper.ts'
import type { Source } from './source.ts'

export type Subject = {
  create: () => Source
  /** Words that find at least three papers. */
  query: string
  /** A paper that this source has, by id and by a word of its title. */
  known: { id: string; title: RegExp }
  /** An id of the right form that this source does not have. */
  unknown: string
}

const calm = () => new AbortController().signal

const search = async (source: Source, query: string, limit: number) => {
  const answer = await source.search(query, limit, calm())
  if (answer.status !== 'ok') throw new Error(answer.fault.message)
  return answer.papers
}

/** What every source keeps to, whatever is behind it. Call it inside a `describe` of the adapter. */
export const conformsToSource = (subject: () => Subject) => {
  test('a search gives whole papers, each named by this source', async () => {
    const { create, query } = subject()
    const source = create()
    const papers = await search(source, query, 10)
    expect(papers.length).toBeGreaterThanOrEqual(3)
    for (const paper of papers) expect(paperSchema.parse(paper).source).toBe(source.name)
  })

  test('a search gives at most as many papers as asked for, and these are the best', async () => {
    const { create, query } = subject()
    const source = create()
    const many = await search(source, query, 3)
    expect(many).toHaveLength(3)
    expect(await search(source, query, 1)).toEqual(many.slice(0, 1))
  })

  test('ids are unique and the same in a new source', async () => {
    const { create, query } = subject()
    const ids = (await search(create(), query, 10)).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect((await search(create(), query, 10)).map(({ id }) => id)).toEqual(ids)
  })

  test('words that nothing holds are an answer without papers', async () => {
    expect(await search(subject().create(), 'zyxwvutsrq', 5)).toEqual([])
  })

  test('a query without any word is an answer without papers', async () => {
    expect(await search(subject().create(), ' "" ?! ', 5)).toEqual([])
  })

  test('a paper is found by its id, with what a search says of it', async () => {
    const { create, known } = subject()
    const answer = await create().find(known.id, calm())
    if (answer.status !== 'ok') throw new Error(answer.fault.message)
    expect(answer.papers).toHaveLength(1)
    expect(answer.papers[0]).toMatchObject({ id: known.id, title: expect.stringMatching(known.title) })
  })

  test.each(['unknown', 'malformed'] as const)('the %s id is not found, which is not an outage', async (which) => {
    const { create, unknown } = subject()
    const answer = await create().find(which === 'unknown' ? unknown : '../../etc/passwd', calm())
    expect(answer).toMatchObject({ status: 'not-found', fault: { kind: 'not-found' } })
  })

  test('a found paper has a text', async () => {
    const { create, known } = subject()
    const source = create()
    const found = await source.find(known.id, calm())
    const paper = found.status === 'ok' ? found.papers[0] : undefined
    if (!paper) throw new Error('not found')
    const answer = await source.fetchText(paper, calm())
    expect(answer).toMatchObject({ status: 'ok' })
    expect(answer.status === 'ok' && answer.text.length).toBeGreaterThan(40)
  })

  test('an aborted question is cancelled, not answered and not thrown', async () => {
    const { create, query, known } = subject()
    const source = create()
    const paper = { id: known.id, source: source.name, title: 'T', authors: [], abstract: '', arxiv: '1906.02629' }
    const gone = AbortSignal.abort()
    const answers = await Promise.all([source.search(query, 3, gone), source.find(known.id, gone), source.fetchText(paper, gone)])
    for (const answer of answers) expect(answer).toMatchObject({ status: 'unavailable', fault: { kind: 'cancelled' } })
  })
}
