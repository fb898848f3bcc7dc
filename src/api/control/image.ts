import { GalError } from '../../core/error.ts'
import type { Images } from '../../models/images/images.ts'
import type { LabControl } from '../../transport/lab-control.ts'
import type { Lab } from '../lab.ts'

const unavailable = (why: string, cause?: unknown): GalError =>
  new GalError('model-unavailable', why, 'look at images in config.yaml, and whether its server answers', { cause })

const open = async ({ config, machine, secret }: Lab): Promise<Images | undefined> => {
  const { openImages } = await import('../../models/images/open-images.ts')
  try {
    return openImages(config.images, secret, machine.fetch)
  } catch (error) {
    throw error instanceof GalError ? unavailable(`${error.message}: ${error.hint}`, error) : error
  }
}

/**
 * Images from the server of the configuration; nothing where it names no model for them. One call for each image. Throws GalError
 * `model-unavailable` when the server cannot be asked or refuses, and `bad-answer` when what it sends is no image.
 */
export const imageControl = (lab: Lab, signal: AbortSignal): Pick<LabControl, 'image'> => {
  if (lab.config.images.model === undefined) return {}
  // Kept: what a server refused once is not asked of it again. A key that is missing is looked for again.
  let opened: Images | undefined
  return {
    async image(prompt) {
      opened ??= await open(lab)
      if (!opened) throw unavailable('no server for images is configured')
      const made = await opened.generate(prompt, signal)
      if ('image' in made) return { image: made.image.bytes.toString('base64'), type: made.image.type, model: opened.model }
      const { kind, message } = made.fault
      throw kind === 'bad-output' ? new GalError('bad-answer', message) : unavailable(message)
    },
  }
}
