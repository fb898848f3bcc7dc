import type { Fault } from '../core/fault.ts'
import { bundledDatasets } from './bundled/datasets.ts'
import { createRanking } from './rank.ts'
import type { SourceTrouble } from './source.ts'

/** A data set under the name by which a program loads it, and what it holds. */
export type Dataset = { id: string; description: string }
export type DatasetAnswer = { status: 'ok'; datasets: Dataset[] } | { status: SourceTrouble; fault: Fault }

/** A place where data sets are found: at most ten, best first. Never throws for what happens outside. */
export type DatasetCatalogue = { search(query: string, signal?: AbortSignal): Promise<DatasetAnswer> }

export const mostDatasets = 10

/** The catalogue that comes with gal: well-known data sets of scikit-learn and Hugging Face. Needs no network to search. */
export const createDatasetCatalogue = (): DatasetCatalogue => {
  const rank = createRanking(
    bundledDatasets.map((dataset) => ({ title: dataset.id.replace(/[_/]/g, ' '), text: dataset.description, dataset })),
  )
  return {
    search: async (query) => ({ status: 'ok', datasets: rank(query, mostDatasets).map(({ dataset }) => dataset) }),
  }
}
