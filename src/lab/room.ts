import type { Model } from '../models/model.ts'
import { charsIn } from './fit-text.ts'
import { roomFor, type Settings } from './parts.ts'

/**
 * What a model can hold beside its answer, shared out: a half for what a role is told, a quarter for what came of its command,
 * the rest for its brief. A request of one turn then always fits, and older turns are told in short.
 */
export const viewOf = (model: Model, settings: Settings): { told: number; result: number } => {
  const free = model.context - roomFor(model, settings)
  return { told: charsIn(free / 2), result: charsIn(free / 4) }
}
