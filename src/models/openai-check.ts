import { z } from 'zod'
import { createFault, type Fault } from '../core/fault.ts'
import { complaintOf, readJson } from './fault-from-status.ts'
import type { LineCheck } from './line-check.ts'

const count = z.number().nonnegative().nullish()
const piece = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        delta: z.looseObject({ role: z.string().nullish(), content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .default([]),
  usage: z.looseObject({ prompt_tokens: count, completion_tokens: count, total_tokens: count }).nullish(),
})
const failure = z.looseObject({
  error: z.union([z.string(), z.looseObject({ code: z.union([z.string(), z.number()]).nullish(), type: z.string().nullish() })]),
})

const field = /^(event|id|retry):|^:|^$/

/** An error in the middle of a stream came too late for a status; gateways put it into the code. */
const failureOf = (text: string, error: z.infer<typeof failure>['error'], where: string): Fault => {
  const code = typeof error === 'string' ? '' : `${error.code} ${error.type}`
  return createFault(/429|rate_limit/.test(code) ? 'rate-limited' : 'unreachable', `${where} broke off its answer: ${complaintOf(text)}`)
}

/** The stream of an OpenAI-style server: server-sent events, each a piece of the answer; the answer is whole when one gave a `finish_reason`. */
export const createOpenAICheck = (where: string, redact: (text: string) => string): LineCheck => {
  let finished = false
  const garbage = (text: string) =>
    createFault('bad-output', `${where} sent what no OpenAI-style server sends: ${complaintOf(redact(text)).slice(0, 80)}`)
  return {
    line(text) {
      if (field.test(text)) return 'pass'
      if (!text.startsWith('data:')) return garbage(text)
      const data = text.slice('data:'.length).trim()
      if (data.startsWith('[DONE]')) return 'pass'
      const value = readJson(data)
      const failed = failure.safeParse(value)
      if (failed.success) return failureOf(redact(data), failed.data.error, where)
      const parsed = piece.safeParse(value)
      if (!parsed.success) return garbage(text)
      finished ||= parsed.data.choices.some(({ finish_reason: reason }) => typeof reason === 'string')
      return 'pass'
    },
    end: () => (finished ? undefined : createFault('bad-output', `${where} ended its answer in the middle, without a reason`)),
  }
}
