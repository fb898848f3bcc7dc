import type { Fault } from '../core/fault.ts'
import type { Table } from '../data/table.ts'
import { bundledDatasets } from './bundled/datasets.ts'
import { createRanking } from './rank.ts'
import type { SourceTrouble } from './source.ts'
import { notFound } from './trouble.ts'

/** A data set under the name by which a program loads it, and what it holds. The rest is there when its catalogue says it. */
export type Dataset = {
  id: string
  description: string
  rows?: number
  /** The target among them. */
  columns?: number
  task?: 'classification' | 'regression'
  licence?: string
  /** Who collected it, and where it is published. */
  source?: string
}
export type DatasetAnswer = { status: 'ok'; datasets: Dataset[] } | { status: SourceTrouble; fault: Fault }

/** A place where data sets are found: at most ten, best first. Never throws for what happens outside. */
export type DatasetCatalogue = { search(query: string, signal?: AbortSignal): Promise<DatasetAnswer> }

/** What a catalogue says of a data set whose rows it brings. */
export type AboutTable = { name: string; target?: string; licence?: string; source?: string }
export type TableAnswer =
  | { status: 'ok'; table: Table; about: AboutTable; notes: readonly string[] }
  | { status: SourceTrouble; fault: Fault }

/** A catalogue that brings the rows of what it finds. */
export type TableSource = {
  /** Whether this is an id of this catalogue. */
  owns(id: string): boolean
  /** The rows of the data set with this id. Never throws for what happens outside. */
  bring(id: string, signal: AbortSignal): Promise<TableAnswer>
}

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

/** Several that bring rows as one: the first that owns the id is asked. */
export const combineTables = (sources: readonly TableSource[]): TableSource => ({
  owns: (id) => sources.some((source) => source.owns(id)),
  bring: async (id, signal) =>
    sources.find((source) => source.owns(id))?.bring(id, signal) ??
    notFound(`No catalogue that is set up has the data set ${id.slice(0, 200)}.`),
})
