import { GalError } from '../core/error.ts'
import { arxivBaseUrl, createArxiv } from './arxiv.ts'
import { createBundled } from './bundled.ts'
import { combine } from './combine.ts'
import { combineCatalogues } from './combine-catalogues.ts'
import { createDatasetCatalogue, type DatasetCatalogue } from './datasets.ts'
import { createFolder } from './folder.ts'
import { createGetPage } from './get-page.ts'
import { createHuggingFace } from './hugging-face.ts'
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

/** The bundled catalogue of data sets, and a hub's beside it when its address is set. */
export const createDatasets = ({ datasets }: SourcesSettings, dependencies: SourcesDependencies): DatasetCatalogue => {
  const { fetch, userAgent, now, limiter, onProblem } = dependencies
  const baseUrl = datasets['base-url']
  if (baseUrl === undefined) return createDatasetCatalogue()
  const getPage = createGetPage({ service: 'The data set hub', fetch, userAgent, timeoutMs: datasets['timeout-seconds'] * 1000, now })
  const hub = createHuggingFace({ baseUrl, getPage: withLimit(getPage, { limiter, intervalMs: 0, now }) })
  return combineCatalogues([createDatasetCatalogue(), hub], onProblem)
}
