import { fromChatModel } from '../langchain.ts'
import type { Model } from '../model.ts'
import { createSlots, type Slots, withSlots } from '../slots.ts'
import { patient, type Timeouts } from '../watchdog.ts'
import type { Engine } from './engine.ts'
import { speak } from './speak.ts'

export type EmbeddedOptions = {
  /** As people know it: 'llama:tiny.gguf'. */
  name: string
  engine: Engine
  context: number
  /** Weights, where the file says how many. */
  parameters?: number | undefined
  timeouts?: Timeouts
  /** Answers at a time: two share the processor's cores. */
  slots?: Slots
}

/** A model that runs in this process, from a GGUF file. It costs nothing. */
export const createEmbedded = ({
  name,
  engine,
  context,
  parameters,
  timeouts = patient,
  slots = createSlots(1),
}: EmbeddedOptions): Model => {
  const model = fromChatModel(
    name,
    async (request, call) => {
      const { EmbeddedChatModel } = await import('./embedded-chat-model.ts')
      return new EmbeddedChatModel((onText) => speak(request, call, { engine, where: name, timeouts }, onText))
    },
    { context },
  )
  return withSlots({ ...model, ...(parameters === undefined ? {} : { parameters }) }, slots)
}
