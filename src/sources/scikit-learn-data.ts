import { scikitLearnId, scikitLearnSets } from '../data/scikit-learn-sets.ts'
import { type Dataset, type DatasetCatalogue, mostDatasets } from './datasets.ts'
import { createRanking } from './rank.ts'
import { cancelled } from './trouble.ts'

const datasets: readonly Dataset[] = scikitLearnSets.map((set) => ({
  id: scikitLearnId(set),
  description: `${set.title}. ${set.rows} rows, ${set.features} features; tabular ${set.task}; comes with scikit-learn.`,
  rows: set.rows,
  columns: set.features + 1,
  task: set.task,
  licence: set.licence,
  source: set.source,
}))

/** The data sets in scikit-learn's own package. Needs no network, neither to search nor to load. */
export const createScikitLearnData = (): DatasetCatalogue => {
  const rank = createRanking(datasets.map((dataset) => ({ title: dataset.id.replace(/[_.]/g, ' '), text: dataset.description, dataset })))
  return {
    search: async (query, signal) => {
      if (signal?.aborted) return cancelled('The search for data sets')
      return { status: 'ok', datasets: rank(query, mostDatasets).map(({ dataset }) => dataset) }
    },
  }
}
