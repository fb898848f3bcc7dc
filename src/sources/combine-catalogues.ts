import { type DatasetAnswer, type DatasetCatalogue, mostDatasets } from './datasets.ts'

/** Several catalogues as one, asked side by side: the first one's data sets first. One that is down is told, the others' are given. */
export const combineCatalogues = (catalogues: readonly DatasetCatalogue[], onProblem: (message: string) => void): DatasetCatalogue => ({
  async search(query, signal): Promise<DatasetAnswer> {
    const answers = await Promise.all(catalogues.map((catalogue) => catalogue.search(query, signal)))
    const troubles = answers.filter((answer) => answer.status !== 'ok')
    const found = answers.flatMap((answer) => (answer.status === 'ok' ? [answer.datasets] : []))
    if (found.length === 0) return troubles[0] ?? { status: 'ok', datasets: [] }
    for (const { fault } of troubles) onProblem(fault.message)
    const byId = new Map(found.flatMap((datasets) => datasets.slice(0, mostDatasets)).map((dataset) => [dataset.id, dataset]))
    return { status: 'ok', datasets: [...byId.values()] }
  },
})
