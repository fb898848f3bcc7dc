import { expect, test } from 'vitest'
import { bundledDatasets } from './bundled/datasets.ts'
import { combineCatalogues } from './combine-catalogues.ts'
import { createDatasetCatalogue, type DatasetAnswer } from './datasets.ts'
import { unavailable } from './trouble.ts'

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
})

test('every data set is there once', () => {
  expect(new Set(bundledDatasets.map(({ id }) => id)).size).toBe(bundledDatasets.length)
})

test('catalogues that are all down are a trouble', async () => {
  const down: DatasetAnswer = unavailable('timeout', 'The hub is silent.')
  expect(await combineCatalogues([{ search: async () => down }], () => undefined).search('x')).toEqual(down)
})
