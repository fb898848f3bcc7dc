import type { z } from 'zod'

/** The JSON of an answer, if it is of this form; undefined when it is not, or is no JSON. */
export const readJson = <Schema extends z.ZodType>(body: Uint8Array, schema: Schema): z.infer<Schema> | undefined => {
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(body))).data
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined
    throw problem
  }
}
