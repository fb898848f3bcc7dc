import { STATUS_CODES } from 'node:http'
import { z } from 'zod'
import { errorCodes, GalError } from '../../core/error.ts'
import { httpLimits } from './limits.ts'
import { type OwnCode, statusOf, statusOfOwn } from './problem-status.ts'

export const problemType = 'application/problem+json'

/** RFC 9457: what a client is told instead of what it asked for. */
export const problem = z
  .object({
    type: z.string().describe('urn:gal:problem: and the code'),
    title: z.string().describe('what the code means'),
    status: z.int().min(400).max(599),
    code: z.string().describe('the same word on every interface of gal'),
    detail: z.string().describe('what happened here'),
    hint: z.string().optional().describe('what to do'),
  })
  .meta({
    id: 'Problem',
    example: {
      type: 'urn:gal:problem:unknown-run',
      title: 'There is no run of that name in the folder of runs.',
      status: 404,
      code: 'unknown-run',
      detail: 'there is no run nowhere',
      hint: 'gal runs lists them',
    },
  })
export type Problem = z.infer<typeof problem>

/** A refusal that concerns HTTP alone; what concerns the lab is a GalError. */
export class HttpError extends Error {
  readonly code: OwnCode
  readonly headers: Readonly<Record<string, string>>
  constructor(code: OwnCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'HttpError'
    this.code = code
    this.headers = headers
  }
}

/** A problem as it is sent. */
export type Told = { problem: Problem; headers: Readonly<Record<string, string>> }

/** A sentence may repeat what was sent, and that may be long. A sign of two halves is not cut in two. */
const brief = (text: string): string =>
  text.length <= httpLimits.detail ? text : `${text.slice(0, httpLimits.detail - 1).replace(/[\uD800-\uDBFF]$/, '')}…`

const tell = (status: number, code: string, title: string, detail: string, hint?: string): Problem => ({
  type: `urn:gal:problem:${code}`,
  title,
  status,
  code,
  detail: brief(detail),
  ...(hint === undefined ? {} : { hint: brief(hint) }),
})

const tellGal = ({ code, message, hint }: GalError): Told => {
  const status = statusOf(code)
  const headers: Readonly<Record<string, string>> = status === 503 || status === 429 ? { 'retry-after': `${httpLimits.retryAfter}` } : {}
  return { problem: tell(status, code, errorCodes[code].means, message, hint), headers }
}

const tellOwn = ({ code, message, headers }: HttpError): Told => {
  const { status, means } = statusOfOwn[code]
  return { problem: tell(status, code, means, message), headers }
}

/** What a client is told of an error; undefined when the error is a defect. */
export const toldOf = (error: unknown): Told | undefined => {
  if (error instanceof HttpError) return tellOwn(error)
  return error instanceof GalError ? tellGal(error) : undefined
}

/** A refusal of the framework, by its status. */
export const toldOfStatus = (status: number, detail: string): Told => {
  const entry = Object.entries(statusOfOwn).find(([, own]) => own.status === status)
  const [code, means] = entry ? [entry[0], entry[1].means] : ['bad-request', STATUS_CODES[status] ?? 'The request cannot be used.']
  return { problem: tell(status, code, means, detail), headers: {} }
}
