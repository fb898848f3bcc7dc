import { z } from 'zod'
import { createFault, type Fault } from '../core/fault.ts'
import type { Told } from './call.ts'
import { complaintOf, readJson } from './fault-from-status.ts'
import type { LineCheck } from './line-check.ts'

/** How one provider's events are read. */
export type EventReader = {
  /** Who speaks so, for messages: 'OpenAI-style server'. */
  speaker: string
  /** Notes what an event tells of the answer's end and its tokens. False for an event that no such server sends. */
  read(event: unknown, told: Told): boolean
}

const failure = z.looseObject({
  error: z.union([
    z.string(),
    z.looseObject({ code: z.union([z.string(), z.number()]).nullish(), type: z.string().nullish(), status: z.string().nullish() }),
  ]),
})

const full = /\b(429|529)\b|rate_limit|overloaded|RESOURCE_EXHAUSTED/

/** An error in the middle of a stream came too late for a status; it is in the code, the type or the status of the event. */
const failureOf = (text: string, error: z.infer<typeof failure>['error'], where: string): Fault => {
  const code = typeof error === 'string' ? '' : `${error.code} ${error.type} ${error.status}`
  return createFault(full.test(code) ? 'rate-limited' : 'unreachable', `${where} broke off its answer: ${complaintOf(text)}`)
}

const beside = /^(event|id|retry):|^:|^$/

/** Longer than any error that is sent in the place of a stream. */
const longest = 65_536

/**
 * A stream of server-sent events, each a JSON. The answer is whole when one gave the reason of its end. JSON that comes without
 * being an event is an error that was sent with status 200, perhaps over several lines.
 */
export const createEventCheck = (where: string, redact: (text: string) => string, { speaker, read }: EventReader): LineCheck => {
  const told: Told = {}
  let bare = ''
  const garbage = (text: string) =>
    createFault('bad-output', `${where} sent what no ${speaker} sends: ${complaintOf(redact(text)).slice(0, 80)}`)
  const verdictOn = (data: string, text: string): Fault | 'pass' => {
    const event = readJson(data)
    const failed = failure.safeParse(event)
    if (failed.success) return failureOf(redact(data), failed.data.error, where)
    return event !== undefined && read(event, told) ? 'pass' : garbage(text)
  }
  return {
    told,
    line(text) {
      if (bare !== '' || /^[{[]/.test(text)) {
        bare += `${text}\n`
        return bare.length > longest ? garbage(bare) : 'drop'
      }
      if (beside.test(text)) return 'pass'
      if (!text.startsWith('data:')) return garbage(text)
      const data = text.slice('data:'.length).trim()
      return data.startsWith('[DONE]') ? 'pass' : verdictOn(data, text)
    },
    end() {
      const failed = failure.safeParse(readJson(bare))
      if (failed.success) return failureOf(redact(bare), failed.data.error, where)
      if (bare !== '') return garbage(bare)
      return told.finish === undefined ? createFault('bad-output', `${where} ended its answer in the middle, without a reason`) : undefined
    },
  }
}
