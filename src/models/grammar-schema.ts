import type { TurnSchema } from './model.ts'

/**
 * Servers that turn a schema into a grammar (llama.cpp, and Ollama through it) refuse more repetitions than this, and one
 * version of Ollama's runner dies of it: "number of repetitions exceeds sane defaults" (seen with Ollama 0.24).
 */
const mostRepetitions = 2000

/** The schema without bounds on length that a grammar cannot hold; the parser checks them all the same. */
export const grammarSchema = (schema: TurnSchema): TurnSchema =>
  JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      (key === 'maxLength' || key === 'minLength') && typeof value === 'number' && value > mostRepetitions ? undefined : value,
    ),
  ) as TurnSchema
