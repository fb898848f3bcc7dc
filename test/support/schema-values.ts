import fc from 'fast-check'

/** The part of JSON Schema that the schemas of turns are made of. */
type Schema = {
  anyOf?: Schema[]
  const?: unknown
  enum?: unknown[]
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

const words = 'alpha beta, gamma delta 7 epsilon. zeta eta theta (iota) kappa; lambda [@bundled:nobody1999] mu nu xi omicron'.split(' ')

/** Words up to a length, at times with a citation that nobody made, at times in letters that a schema allows and nobody expects. */
const textOf = (min: number, max: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...words) }, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }))),
      fc.constantFrom(...words.filter((word) => !word.startsWith('['))),
    )
    .map(([parts, filler]) => {
      const said = `x${parts.join(' ')}`
      // A length is counted in code points, here as in a grammar.
      const long = [...said, ...` ${filler}`.repeat(min)].slice(0, Math.min(max, Math.max(min, said.length)))
      return long.join('').replace(/\s$/u, 'x')
    })

/** Any value that a schema allows, as a model under a grammar could give it. */
export const valueIn = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valueIn))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.type === 'object')
    return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, valueIn(inner)])))
  if (schema.type === 'array' && schema.items)
    return fc.array(valueIn(schema.items), { minLength: schema.minItems ?? 0, maxLength: schema.maxItems ?? 3 })
  if (schema.type === 'integer') return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 100, 2 ** 31) })
  if (schema.type === 'number') return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1, noNaN: true })
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'string') return textOf(schema.minLength ?? 0, schema.maxLength ?? 400)
  throw new Error(`no values for ${JSON.stringify(schema)}`)
}

/** The smallest value that a schema allows: a word where a text is asked for. */
export const leastOf = (schema: Schema): unknown => {
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'object')
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, leastOf(inner)]))
  if (schema.type === 'boolean') return false
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => (schema.items ? leastOf(schema.items) : null))
  if (schema.type === 'string') return 'x'.repeat(Math.max(1, schema.minLength ?? 1))
  return schema.minimum ?? 0
}

/** One random value of a schema, the same for the same seed. */
export const anyValue = (schema: object, seed: number): unknown => fc.sample(valueIn(schema as Schema), { seed, numRuns: 1 })[0]

/** The schemas of the single commands that a turn's schema allows. */
export const formsOf = (schema: object): Schema[] => (schema as Schema).anyOf ?? [schema as Schema]
