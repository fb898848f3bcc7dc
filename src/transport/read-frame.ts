import { z } from 'zod'
import { type ClientFrame, type ClientType, clientFrames, type Refusal } from './protocol.ts'

export type Problem = { problem: Refusal }

/** `type` and `id` are there as far as they could be read, so that the right one can be told what is wrong. */
export type ReadFrame = { type: string; frame: ClientFrame } | ({ type?: string; id?: string } & Problem)

const envelope = z.object({ type: z.string(), id: z.string().min(1).max(200).optional().catch(undefined) })

const isWithin = (value: unknown, depth: number): boolean =>
  value === null || typeof value !== 'object' || (depth > 0 && Object.values(value).every((inner) => isWithin(inner, depth - 1)))

const isKnown = (type: string): type is ClientType => Object.hasOwn(clientFrames, type)

const parsed = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    // Why it is no JSON would only quote the client's own text to it.
    return undefined
  }
}

const problem = (code: string, message: string): Problem => ({ problem: { code, message } })

/** Reads a text message of any client as JSON. Never throws; the codes of a problem are `bad-json` and `too-deep`. */
export const readJson = (text: string, depth: number): { value: unknown } | Problem => {
  const json = parsed(text)
  if (!json) return problem('bad-json', 'the frame is not JSON: send one JSON object in each text message')
  if (!isWithin(json.value, depth)) return problem('too-deep', `the frame is nested deeper than ${depth} levels`)
  return json
}

/** Reads a frame of gal.v1. Never throws; what is wrong comes back as one line. */
export const readFrame = (value: unknown): ReadFrame => {
  const head = envelope.safeParse(value).data
  if (!head) return problem('bad-frame', 'the frame is no JSON object with a "type"')
  const { type, id } = head
  const from = id === undefined ? { type } : { type, id }
  if (!isKnown(type))
    return { ...from, ...problem('unknown-command', `there is no command ${type.slice(0, 80)}: ${Object.keys(clientFrames).join(', ')}`) }
  const { data, error } = clientFrames[type].safeParse(value)
  if (data) return { type, frame: data }
  const wrong = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  return { ...from, ...problem('bad-frame', `${type}: ${wrong}`) }
}
