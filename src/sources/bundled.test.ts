import { describe, expect, test } from 'vitest'
import { paper } from '../core/paper.ts'
import { parseArxivId } from './arxiv-id.ts'
import { classifiers } from './bundled/classifiers.ts'
import { descent } from './bundled/descent.ts'
import { bibliography } from './bundled/index.ts'
import { linearModels } from './bundled/linear-models.ts'
import { monteCarlo } from './bundled/monte-carlo.ts'
import { neighbours } from './bundled/neighbours.ts'
import { createBundled } from './bundled.ts'
import { parseDoi } from './doi.ts'
import { conformsToSource } from './source.conformance.ts'

const signal = new AbortController().signal

describe('the bundled bibliography', () => {
  conformsToSource(() => ({
    create: createBundled,
    query: 'label smoothing calibration',
    known: { id: 'bundled:muller2019', title: /Label Smoothing/ },
    unknown: 'bundled:nobody1900',
  }))

  test('holds whole papers, each under its own id, title, arXiv id and DOI', () => {
    for (const key of ['id', 'title', 'arxiv', 'doi'] as const) {
      const values = bibliography.map((entry) => entry[key]).filter((value) => value !== undefined)
      expect(new Set(values).size).toBe(values.length)
    }
    for (const entry of bibliography) expect(paper.parse(entry)).toEqual(entry)
  })

  test.each(bibliography.map((entry) => [entry.id, entry] as const))(
    '%s can be cited and read',
    (_id, { arxiv, doi, authors, year = 0, abstract }) => {
      expect(arxiv ?? doi).toBeDefined()
      expect(arxiv).toBe(arxiv && parseArxivId(arxiv))
      expect(doi?.toLowerCase()).toBe(doi && parseDoi(doi))
      expect(authors.length).toBeGreaterThan(0)
      expect(year).toBeGreaterThan(1900)
      expect(abstract.split(/[.?!]\s/).length).toBeGreaterThanOrEqual(2)
      expect(abstract.split(/[.?!]\s/).length).toBeLessThanOrEqual(4)
    },
  )

  test.each([
    ['Does label smoothing help a small classifier?', classifiers],
    ['Which step size lets gradient descent converge?', descent],
    ['How strong should the L2 penalty of a linear classifier be?', linearModels],
    ['How many neighbours k should nearest neighbour classification use?', neighbours],
    ['Do antithetic and control variates reduce the variance of Monte Carlo integration?', monteCarlo],
  ])('answers "%s" with papers of that subject', async (topic, subject) => {
    const answer = await createBundled().search(topic, 5, signal)
    const keys = subject.map(({ key }) => `bundled:${key}`)
    const ids = answer.status === 'ok' ? answer.papers.map(({ id }) => id) : []
    expect(ids).toHaveLength(5)
    expect(ids.filter((id) => keys.includes(id)).length).toBeGreaterThanOrEqual(4)
  })

  test('finds a paper by its arXiv id and by its DOI', async () => {
    for (const id of ['arxiv:1606.04838v3', 'https://doi.org/10.1137/16m1080173']) {
      expect(await createBundled().find(id, signal)).toMatchObject({ status: 'ok', papers: [{ id: 'bundled:bottou2018' }] })
    }
  })

  test('says first that its text is a summary', async () => {
    const [first] = bibliography
    if (!first) throw new Error('empty')
    expect(await createBundled().fetchText(first, signal)).toMatchObject({ text: expect.stringMatching(/^\(.*no full texts.*\)\n\n/) })
  })
})
