import { z } from 'zod'
import { createFault } from '../core/fault.ts'
import { complaintOf, readJson } from './fault-from-status.ts'
import type { LineCheck } from './line-check.ts'

const piece = z.looseObject({
  message: z.looseObject({ content: z.string().optional(), thinking: z.string().optional() }),
  done: z.boolean().optional(),
  done_reason: z.string().optional(),
  prompt_eval_count: z.number().nonnegative().optional(),
  eval_count: z.number().nonnegative().optional(),
})
const failure = z.looseObject({ error: z.unknown().refine((error) => error !== undefined) })

/**
 * The stream of Ollama's /api/chat: one JSON object a line, the last with `done: true` and a `done_reason`.
 * An `error` line means that the runner died under the answer.
 */
export const createOllamaCheck = (where: string): LineCheck => {
  let done = false
  return {
    line(text) {
      // The library prints a warning for a line without JSON.
      if (text === '') return 'drop'
      const value = readJson(text)
      if (failure.safeParse(value).success) return createFault('unreachable', `${where} broke off its answer: ${complaintOf(text)}`)
      const { data } = piece.safeParse(value)
      if (!data) return createFault('bad-output', `${where} sent what no Ollama sends: ${complaintOf(text).slice(0, 80)}`)
      done ||= data.done === true && data.done_reason !== undefined
      return 'pass'
    },
    end: () => (done ? undefined : createFault('bad-output', `${where} ended its answer in the middle, without a reason`)),
  }
}
