import { type Dataset, type DatasetAnswer, type DatasetCatalogue, mostDatasets } from './datasets.ts'

/** Two that found the same data set: the first one's words, and whatever either knows. */
const join = (datasets: readonly Dataset[]): Dataset[] => {
  const byId = new Map<string, Dataset>()
  for (const dataset of datasets) byId.set(dataset.id, { ...dataset, ...byId.get(dataset.id) })
  return [...byId.values()]
}

/** Several catalogues as one, asked side by side: the first one's data sets first. One that is down is told, the others' are given. */
export const combineCatalogues = (catalogues: readonly DatasetCatalogue[], onProblem: (message: string) => void): DatasetCatalogue => ({
  async search(query, signal): Promise<DatasetAnswer> {
    const answers = await Promise.all(catalogues.map((catalogue) => catalogue.search(query, signal)))
    const troubles = answers.filter((answer) => answer.status !== 'ok')
    const found = answers.flatMap((answer) => (answer.status === 'ok' ? [answer.datasets] : []))
    if (found.length === 0) return troubles[0] ?? { status: 'ok', datasets: [] }
    for (const { fault } of troubles) onProblem(fault.message)
    return { status: 'ok', datasets: join(found.flatMap((datasets) => datasets.slice(0, mostDatasets))) }
  },
})
