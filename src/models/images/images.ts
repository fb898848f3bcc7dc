import type { Fault } from '../../core/fault.ts'

export type Image = { bytes: Buffer; type: string }

/** Whatever makes images. Trouble outside is a fault, and nothing is thrown for it. */
export type Images = {
  /** The name of the model. */
  model: string
  generate(prompt: string, signal: AbortSignal): Promise<{ image: Image } | { fault: Fault }>
}
