import type { Secret } from '../model-deps.ts'
import { keyOf } from '../places.ts'
import type { Images } from './images.ts'
import { createOpenAIImages } from './openai-images.ts'
import type { ImagesSettings } from './settings.ts'

/** The server for images that the settings name; undefined when they name no model. Asks nothing yet. Throws `missing-secret`. */
export const openImages = (settings: ImagesSettings, secret: Secret, fetch: typeof globalThis.fetch): Images | undefined => {
  const { model, size, 'base-url': baseUrl, 'api-key-env': keyName, 'timeout-seconds': seconds } = settings
  if (model === undefined) return undefined
  const apiKey = keyOf({ provider: model, baseUrl, keyName }, secret)
  return createOpenAIImages({ model, baseUrl, apiKey, size, timeoutMs: seconds * 1000, fetch })
}
