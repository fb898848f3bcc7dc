import { GalError } from '../core/error.ts'
import { arxivBaseUrl, createArxiv } from './arxiv.ts'
import { createBundled } from './bundled.ts'
import { combine } from './combine.ts'
import { combineCatalogues } from './combine-catalogues.ts'
import { createDataFolder } from './data-folder.ts'
import { combineTables, createDatasetCatalogue, type DatasetCatalogue, type TableSource } from './datasets.ts'
import { createFolder } from './folder.ts'
import { createGetPage } from './get-page.ts'
import { createHuggingFace } from './hugging-face.ts'
import { createHuggingFaceRows, huggingFaceRowsUrl } from './hugging-face-rows.ts'
import { createOpenml } from './openml.ts'
import { createScikitLearnData } from './scikit-learn-data.ts'
import { chooseSources, type SourceName, type SourcesSettings } from './settings.ts'
import type { Source } from './source.ts'
import { type Cache, withCache } from './with-cache.ts'
import { type Limiter, withLimit } from './with-limit.ts'

export { type SourcesSettings, sourcesSettings } from './settings.ts'

export type SourcesDependencies = {
  fetch: typeof fetch
  /** Who asks, as services want to know it: 'gal/1.2.3 (+https://…)'. */
  userAgent: string
  /** Milliseconds since 1970. */
  now: () => number
  limiter: Limiter
  cache: Cache
  /** Told in one sentence of a source that is down while others answer, and of files that cannot be read. */
  onProblem: (message: string) => void
}

/** arXiv asks for three seconds between requests; a mirror on this machine asks for nothing. */
const arxivInterval = 3

const onThisMachine = (url: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)

const builders: Readonly<Record<SourceName, (settings: SourcesSettings, dependencies: SourcesDependencies) => Source>> = {
  bundled: createBundled,

  arxiv({ arxiv }, { fetch, userAgent, now, limiter, cache }) {
    const baseUrl = arxiv['base-url'] ?? arxivBaseUrl
    const seconds = arxiv['interval-seconds'] ?? (onThisMachine(baseUrl) ? 0 : arxivInterval)
    const getPage = createGetPage({ service: 'arXiv', fetch, userAgent, timeoutMs: arxiv['timeout-seconds'] * 1000, now })
    const limited = withLimit(getPage, { limiter, intervalMs: seconds * 1000, now })
    return withCache(createArxiv({ baseUrl, getPage: limited }), { cache, scope: baseUrl, now })
  },

  folder({ folder }, { onProblem }) {
    if (folder.path === undefined) {
      throw new GalError(
        'bad-config',
        'sources.use names folder, but no folder is set.',
        'Set sources.folder.path to the folder with your papers.',
      )
    }
    return createFolder({ folder: folder.path, onProblem })
  },
}

/** The sources that the settings choose, as one. Throws GalError `bad-config` when a chosen one lacks what it needs. */
export const createSources = (settings: SourcesSettings, dependencies: SourcesDependencies): Source =>
  combine(
    chooseSources(settings).map((name) => builders[name](settings, dependencies)),
    dependencies.onProblem,
  )

type Datasets = Pick<SourcesSettings, 'datasets'>

const pagesOf = ({ datasets }: Datasets, { fetch, userAgent, now, limiter }: SourcesDependencies, service: string) =>
  withLimit(createGetPage({ service, fetch, userAgent, timeoutMs: datasets['timeout-seconds'] * 1000, now }), {
    limiter,
    intervalMs: 0,
    now,
  })

/** A folder of one's own, and OpenML where its address is set: they find data sets and bring their rows. */
const rowsAndAll = (settings: Datasets, dependencies: SourcesDependencies): (DatasetCatalogue & TableSource)[] => {
  const { folder, 'openml-url': openml } = settings.datasets
  return [
    ...(folder === undefined ? [] : [createDataFolder({ folder, onProblem: dependencies.onProblem })]),
    ...(openml === undefined ? [] : [createOpenml({ baseUrl: openml, getPage: pagesOf(settings, dependencies, 'OpenML') })]),
  ]
}

/** Where data sets are looked for: one's own folder, what comes with gal, and the services whose addresses are set. */
export const createDatasets = (settings: Datasets, dependencies: SourcesDependencies): DatasetCatalogue => {
  const hub = settings.datasets['base-url']
  return combineCatalogues(
    [
      ...rowsAndAll(settings, dependencies),
      createDatasetCatalogue(),
      createScikitLearnData(),
      ...(hub === undefined ? [] : [createHuggingFace({ baseUrl: hub, getPage: pagesOf(settings, dependencies, 'The data set hub') })]),
    ],
    dependencies.onProblem,
  )
}

/** What brings the rows of data sets that were found. */
export const createTables = (settings: Datasets, dependencies: SourcesDependencies): TableSource =>
  combineTables([
    ...rowsAndAll(settings, dependencies),
    createHuggingFaceRows({
      baseUrl: settings.datasets['rows-url'] ?? huggingFaceRowsUrl,
      getPage: pagesOf(settings, dependencies, 'The dataset viewer'),
    }),
  ])
