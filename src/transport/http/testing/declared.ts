import { z } from 'zod'
import type { Answered } from './ask.ts'

type Shape = Record<string, unknown>
export type Operation = {
  parameters?: { name: string; in: string; schema: Shape }[]
  requestBody?: { content: Record<string, { schema: Shape }> }
  responses: Record<string, { content?: Record<string, { schema: Shape }> }>
}
export type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Shape> } }

const typeOf = ({ headers }: Answered): string => (headers['content-type'] ?? '').split(';')[0] ?? ''

/** A schema of the document by itself, its references with it. */
const alone = (schema: Shape, { components }: Document): Shape =>
  JSON.parse(JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll('#/components/schemas/', '#/$defs/')) as Shape

const misfit = (schema: Shape, document: Document, body: string): string | undefined =>
  z.fromJSONSchema(alone(schema, document)).safeParse(JSON.parse(body)).error?.message

/** What an answer is that its operation does not declare; undefined when it keeps to the document. */
export const undeclared = (document: Document, { responses }: Operation, answered: Answered, method: string): string | undefined => {
  const response = responses[`${answered.status}`]
  if (!response) return `${answered.status} is not declared: ${answered.body}`
  if (!response.content || method === 'HEAD') return undefined
  const type = typeOf(answered)
  const media = response.content[type] ?? response.content['*/*']
  if (!media) return `${answered.status} ${type} is not declared`
  return type.endsWith('json') && media.schema.format !== 'binary' ? misfit(media.schema, document, answered.body) : undefined
}
