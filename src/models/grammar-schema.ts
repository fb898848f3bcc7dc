import type { TurnSchema } from './model.ts'

/**
 * Servers that turn a schema into a grammar (llama.cpp, and Ollama through it) refuse more repetitions than this, and one
 * version of Ollama's runner dies of it: "number of repetitions exceeds sane defaults" (seen with Ollama 0.24).
 */
const mostRepetitions = 2000

const isTooLong = (key: string, value: unknown): boolean =>
  (key === 'maxLength' || key === 'minLength') && typeof value === 'number' && value > mostRepetitions

/** Places between the two bounds of a fraction that a grammar can choose from. */
const places = 20

/** A grammar bounds integers and no fractions (a score from 0 to 1 came back as 7), so it chooses from a scale. */
const scaled = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'number') return value
  const { minimum, maximum, ...rest } = value as { minimum?: number; maximum?: number }
  if (minimum === undefined || maximum === undefined) return value
  const scale = Array.from({ length: places + 1 }, (_, place) => Number((minimum + ((maximum - minimum) * place) / places).toPrecision(6)))
  return { ...rest, enum: scale }
}

/** The schema as a grammar can hold it: without bounds on length that it cannot, fractions on a scale. The parser checks the rest all the same. */
export const grammarSchema = (schema: TurnSchema): TurnSchema =>
  JSON.parse(JSON.stringify(schema, (key, value: unknown) => (isTooLong(key, value) ? undefined : scaled(value)))) as TurnSchema
