import { grammarSchema } from '../grammar-schema.ts'
import type { TurnSchema } from '../model.ts'

/** Whole numbers that are spelled out one by one. */
const mostNumbers = 256

const asRange = ({ minimum, maximum, ...rest }: Record<string, unknown>): unknown => {
  if (typeof minimum !== 'number' || typeof maximum !== 'number' || maximum - minimum >= mostNumbers) return undefined
  return { ...rest, enum: Array.from({ length: maximum - minimum + 1 }, (_, place) => minimum + place) }
}

const adapted = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const { anyOf, ...rest } = value as Record<string, unknown>
  if (Array.isArray(anyOf)) return { oneOf: anyOf }
  return (rest.type === 'integer' ? asRange(rest) : undefined) ?? value
}

/**
 * The schema in the words of node-llama-cpp: it knows `oneOf` and no `anyOf`, and holds a whole number to no bounds, so a small range
 * becomes a choice.
 */
export const grammarForLlama = (schema: TurnSchema): TurnSchema =>
  JSON.parse(JSON.stringify(grammarSchema(schema), (_key, value: unknown) => adapted(value))) as TurnSchema
