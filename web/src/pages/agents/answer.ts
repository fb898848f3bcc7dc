import type { AgentResult } from '../../../../src/transport/lab-control.ts'

/** What the server said to an execution. `none` changes nothing: it has begun, or this is not about it. */
export type Answer =
  | { kind: 'none' }
  | { kind: 'completed'; results: readonly AgentResult[] }
  | { kind: 'failed'; why: string | undefined }
  | { kind: 'unreadable' }

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {})
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Told as unreadable below.
  }
}
const resultOf = (value: unknown): AgentResult => {
  const { function_name: name, result } = fieldsOf(value)
  return { function_name: textOf(name) ?? '?', result: result ?? null }
}

/** Reads a frame of the plain dialect: execution_response and error, each with its data. */
export const readAnswer = (text: string): Answer => {
  const frame = fieldsOf(parsed(text))
  const data = fieldsOf(frame.data)
  if (frame.type === 'error') return { kind: 'failed', why: textOf(data.message) }
  if (frame.type !== 'execution_response') return { kind: 'unreadable' }
  if (data.status !== 'completed') return { kind: 'none' }
  if (data.success !== true) return { kind: 'failed', why: textOf(data.error) }
  return { kind: 'completed', results: Array.isArray(data.results) ? data.results.map(resultOf) : [] }
}
