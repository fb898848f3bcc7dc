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

/**
 * Gives what an answer is that its operation does not declare; undefined when it keeps to the document. Schemas are made once for
 * each route and status.
 */
export const keepsTo = (document: Document) => {
  const known = new Map<string, z.ZodType>()
  const schemaOf = (key: string, schema: Shape): z.ZodType => {
    const made = known.get(key) ?? z.fromJSONSchema(alone(schema, document))
    known.set(key, made)
    return made
  }
  return (route: string, { responses }: Operation, answered: Answered): string | undefined => {
    const response = responses[`${answered.status}`]
    if (!response) return `${answered.status} is not declared: ${answered.body}`
    if (!response.content) return undefined
    const type = typeOf(answered)
    const media = response.content[type] ?? response.content['*/*']
    if (!media) return `${answered.status} ${type} is not declared`
    if (!type.endsWith('json') || media.schema.format === 'binary') return undefined
    return schemaOf(`${route} ${answered.status} ${type}`, media.schema).safeParse(JSON.parse(answered.body)).error?.message
  }
}
