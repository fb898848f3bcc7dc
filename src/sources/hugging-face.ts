import { z } from 'zod'
import { type Dataset, type DatasetCatalogue, mostDatasets } from './datasets.ts'
import { foldSpace } from './entities.ts'
import type { GetPage } from './get-page.ts'
import { wordsOf } from './rank.ts'
import { readJson } from './read-json.ts'
import { cutText } from './text-limit.ts'
import { unavailable } from './trouble.ts'

export type HuggingFaceOptions = {
  /** Of the hub: https://huggingface.co, or a mirror. */
  baseUrl: string
  getPage: GetPage
}

const descriptionLimit = 400

/** What the hub lists of a data set, as far as it is used here. */
const listing = z.array(
  z.looseObject({
    id: z.string().min(1),
    description: z.string().nullish(),
    downloads: z.number().nullish(),
    tags: z.array(z.string()).nullish(),
  }),
)
type Listed = z.infer<typeof listing>[number]

const datasetOf = ({ id, description, downloads, tags }: Listed): Dataset => ({
  id,
  description: [
    cutText(foldSpace(description ?? ''), descriptionLimit) || `Tagged ${(tags ?? []).slice(0, 8).join(', ') || 'with nothing'}.`,
    ...(downloads === null || downloads === undefined ? [] : [`Downloaded ${downloads} times of late.`]),
  ].join(' '),
})

/** The data sets of a Hugging Face hub, through GET {baseUrl}/api/datasets. The hub matches all words with the name, so stop words are left out. */
export const createHuggingFace = ({ baseUrl, getPage }: HuggingFaceOptions): DatasetCatalogue => ({
  async search(query, signal = new AbortController().signal) {
    const telling = query.split(/\s+/).filter((word) => wordsOf(word).length > 0)
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/api/datasets`)
    const parameters = { search: telling.join(' '), limit: String(mostDatasets), sort: 'downloads', direction: '-1', full: 'true' }
    for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value)
    const page = await getPage(url.href, signal)
    if (page.status !== 'ok') return page
    const listed = readJson(page.body, listing)
    if (listed) return { status: 'ok', datasets: listed.slice(0, mostDatasets).map(datasetOf) }
    return unavailable(
      'bad-output',
      `The data set hub (${url.host}) did not answer with a list of data sets; check sources.datasets.base-url.`,
    )
  },
})
