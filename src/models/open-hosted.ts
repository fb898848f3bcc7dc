import type { Dialect } from './hosted.ts'
import type { ModelDeps, Opened, Secret } from './model-deps.ts'
import { openServed } from './open-served.ts'
import { type HostedName, keyOf, type Place, placesOf } from './places.ts'
import type { Native } from './providers.ts'
import type { ModelsSettings } from './settings.ts'

/** What each package is made into. Its shape is what its types say; nothing of it is checked here. */
const dialects: Readonly<Record<Native['dialect'], (found: unknown) => Promise<Dialect>>> = {
  anthropic: async (found) => (await import('./dialects/anthropic.ts')).anthropicDialect(found as never),
  google: async (found) => (await import('./dialects/google.ts')).googleDialect(found as never),
  mistral: async (found) => (await import('./dialects/mistral.ts')).mistralDialect(found as never),
}

type Way = { dialect: Dialect; baseUrl: string; structured: Place['structured']; remark: string }

/** The provider's own API where its package is there, else OpenAI's way, and then how to get the other. */
const wayTo = async ({ provider, native, baseUrl, structured }: Place, { importPackage }: ModelDeps): Promise<Way> => {
  const { findPackage, loadPackage } = await import('./load-package.ts')
  const found = native?.insists
    ? await loadPackage(native.package, provider, importPackage)
    : native && (await findPackage(native.package, importPackage))
  if (native && found !== undefined)
    return {
      dialect: await dialects[native.dialect](found),
      baseUrl: native.baseUrl,
      structured,
      remark: `, to be asked through ${native.package}`,
    }
  const { openAIDialect } = await import('./dialects/openai.ts')
  const remark = native ? `, to be asked in OpenAI's way; for its own: npm install ${native.package}` : ''
  return { dialect: openAIDialect, baseUrl, structured, remark }
}

/** A model behind a server that takes a key, or behind several. Asks nobody yet. Throws `missing-secret`, `missing-package`. */
export const openHosted = async (
  provider: HostedName,
  name: string,
  settings: ModelsSettings,
  secret: Secret,
  deps: ModelDeps,
): Promise<Opened> => {
  const { createHosted } = await import('./hosted.ts')
  const { fetchFor } = await import('./patient-fetch.ts')
  const { patient } = await import('./watchdog.ts')
  const shown = `${provider}:${name}`
  const opened = await Promise.all(
    placesOf(provider, name, settings).map(async (place) => {
      const apiKey = keyOf(place, secret)
      const { dialect, baseUrl, structured, remark } = await wayTo(place, deps)
      const model = createHosted(
        {
          name: shown,
          model: name,
          baseUrl,
          apiKey,
          structured,
          context: place.context,
          price: settings.price,
          timeouts: { ...patient, totalMs: settings['total-seconds'] * 1000 },
          fetch: fetchFor(deps.fetch),
          ...(place.keyHeader ? { keyHeader: place.keyHeader } : {}),
          ...(place.query ? { query: place.query } : {}),
        },
        dialect,
      )
      return { model, origin: new URL(baseUrl).origin, remark }
    }),
  )
  const origins = opened.map(({ origin }) => origin)
  const why = `${shown} at ${origins.join(', ')} is configured${opened[0]?.remark ?? ''}.`
  return {
    model: openServed(
      provider,
      shown,
      opened.map(({ model }) => model),
      deps,
    ),
    why,
  }
}
