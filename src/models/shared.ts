import { createKnownServers, type Servers } from './servers.ts'
import type { ModelsSettings } from './settings.ts'
import { createSlots, type Slots } from './slots.ts'

/** What models share that are opened apart: how busy the servers are, which of them rest, whose turn it is at an Ollama. */
export type Shared = (settings: ModelsSettings) => { servers: Servers; ollamaSlots: Slots }

/** Gives the same servers and places for the same settings, whoever asks: the load of a process is one. */
export const createShared = (): Shared => {
  const serversOf = createKnownServers()
  const slots = new Map<string, Slots>()
  const slotsOf = ({ ollama }: ModelsSettings): Slots => {
    const key = `${ollama.concurrency} ${ollama['base-url']}`
    const known = slots.get(key) ?? createSlots(ollama.concurrency)
    slots.set(key, known)
    return known
  }
  return (settings) => ({ servers: serversOf(settings), ollamaSlots: slotsOf(settings) })
}
