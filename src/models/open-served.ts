import type { Model } from './model.ts'
import type { ModelDeps } from './model-deps.ts'
import type { ServedName } from './providers.ts'
import { withServers } from './with-servers.ts'

/** A model on the servers of its provider, one of `models` for each in their order; nothing where a server lacks it. */
export const openServed = (
  provider: ServedName,
  name: string,
  models: readonly (Model | undefined)[],
  { servers, now = () => performance.now(), onRetry }: ModelDeps,
): Model => {
  const own = servers?.get(provider) ?? []
  const placed = own.flatMap((server, place) => {
    const model = models[place]
    return model ? [{ server, model }] : []
  })
  const only = models.find((model) => model !== undefined)
  if (placed.length <= 1 && only) return only
  return withServers(name, placed, onRetry ? { now, onRetry } : { now })
}
