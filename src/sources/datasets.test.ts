import { expect, test } from 'vitest'
import { bundledDatasets } from './bundled/datasets.ts'
import { combineCatalogues } from './combine-catalogues.ts'
import { combineTables, createDatasetCatalogue, type DatasetAnswer, type TableSource } from './datasets.ts'
import { createScikitLearnData } from './scikit-learn-data.ts'
import { unavailable } from './trouble.ts'

const idsOf = (answer: DatasetAnswer) => (answer.status === 'ok' ? answer.datasets.map(({ id }) => id) : [])

test.each([
  ['small tabular classification with 3 classes of flowers', 'sklearn.datasets.load_iris'],
  ['sentiment of film reviews', 'stanfordnlp/imdb'],
  ['house prices regression', 'sklearn.datasets.fetch_california_housing'],
  ['fashion mnist', 'zalando-datasets/fashion_mnist'],
])('"%s" finds %s first', async (query, id) => {
  const answer = await createDatasetCatalogue().search(query)
  expect(answer.status === 'ok' && answer.datasets[0]?.id).toBe(id)
})

test('words that nothing holds are an answer without data sets', async () => {
  expect(await createDatasetCatalogue().search('zyxwvutsrq')).toEqual({ status: 'ok', datasets: [] })
  expect(await createScikitLearnData().search('zyxwvutsrq')).toEqual({ status: 'ok', datasets: [] })
})

test('every data set is there once', () => {
  expect(new Set(bundledDatasets.map(({ id }) => id)).size).toBe(bundledDatasets.length)
})

test('what scikit-learn has in its package comes with its size, task, licence and source', async () => {
  const answer = await createScikitLearnData().search('wine cultivars')
  expect(answer).toMatchObject({
    status: 'ok',
    datasets: [
      { id: 'sklearn.datasets.load_wine', rows: 178, columns: 14, task: 'classification', licence: /CC BY 4.0/, source: /UCI/ },
    ].map((one) => ({
      ...one,
      licence: expect.stringMatching(one.licence),
      source: expect.stringMatching(one.source),
    })),
  })
  expect(idsOf(await createScikitLearnData().search('diabetes'))).toEqual(['sklearn.datasets.load_diabetes'])
})

test('a search that is stopped is cancelled, not answered', async () => {
  expect(await createScikitLearnData().search('wine', AbortSignal.abort())).toMatchObject({
    status: 'unavailable',
    fault: { kind: 'cancelled' },
  })
})

test('a data set of two catalogues comes once, with the words of the first and what either knows', async () => {
  const both = combineCatalogues([createDatasetCatalogue(), createScikitLearnData()], () => undefined)
  const answer = await both.search('iris')
  const iris = answer.status === 'ok' ? answer.datasets.filter(({ id }) => id === 'sklearn.datasets.load_iris') : []
  expect(iris).toMatchObject([{ description: expect.stringContaining('in centimetres'), rows: 150, task: 'classification' }])
})

test('catalogues that are all down are a trouble', async () => {
  const down: DatasetAnswer = unavailable('timeout', 'The hub is silent.')
  expect(await combineCatalogues([{ search: async () => down }], () => undefined).search('x')).toEqual(down)
})

test('rows are brought by the catalogue that owns the id; an id that nobody owns is not found', async () => {
  const of = (prefix: string): TableSource => ({
    owns: (id) => id.startsWith(prefix),
    bring: async (id) => ({ status: 'ok', table: { columns: [], rows: [] }, about: { name: `${prefix} brought ${id}` }, notes: [] }),
  })
  const tables = combineTables([of('a:'), of('b:')])
  const signal = new AbortController().signal
  expect(await tables.bring('b:1', signal)).toMatchObject({ about: { name: 'b: brought b:1' } })
  expect(await tables.bring('c:1', signal)).toMatchObject({ status: 'not-found', fault: { message: expect.stringContaining('c:1') } })
})
