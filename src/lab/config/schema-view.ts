import { z } from 'zod'

/** A key of the configuration as JSON Schema tells it: enough to find it, to say what it takes, and to write it down. */
export type SchemaView = {
  type?: string
  description?: string
  default?: unknown
  /** gal's own: what to say instead of the pattern. */
  expects?: string
  properties?: Record<string, SchemaView>
  propertyNames?: { enum?: string[] }
  additionalProperties?: SchemaView | boolean
  items?: SchemaView
  anyOf?: SchemaView[]
  enum?: readonly unknown[]
  format?: string
  minLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
}

export const viewOf = (schema: z.ZodType): SchemaView => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as SchemaView

/** The keys that may stand under a view. */
export const keysOf = ({ properties, propertyNames }: SchemaView): string[] =>
  Object.keys(properties ?? {}).concat(propertyNames?.enum ?? [])

const child = (view: SchemaView | undefined, key: string): SchemaView | undefined => {
  if (!view) return undefined
  if (view.properties && Object.hasOwn(view.properties, key)) return view.properties[key]
  return typeof view.additionalProperties === 'object' ? view.additionalProperties : view.items
}

/** The view of a path, if there is such a key. Places in a list count as keys. */
export const viewAt = (view: SchemaView, path: readonly string[]): SchemaView | undefined =>
  path.reduce<SchemaView | undefined>(child, view)

/** Every key that is declared, as a dotted path. */
export const pathsOf = (view: SchemaView, path = ''): string[] =>
  Object.entries(view.properties ?? {}).flatMap(([key, below]) => {
    const here = path ? `${path}.${key}` : key
    return [here, ...pathsOf(below, here)]
  })

/** zod gives every whole number the bounds of what a double can hold: nobody needs to read these. */
const told = (bound: number | undefined): bound is number => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER

const range = ({ minimum, maximum, exclusiveMinimum }: SchemaView): string => {
  if (told(minimum) && told(maximum)) return ` from ${minimum} to ${maximum}`
  if (told(minimum)) return ` of at least ${minimum}`
  if (told(exclusiveMinimum)) return ` above ${exclusiveMinimum}`
  return told(maximum) ? ` of at most ${maximum}` : ''
}

const textOf = ({ format, minLength }: SchemaView): string => {
  if (format === 'uri') return 'an address such as http://127.0.0.1:8080'
  return minLength ? 'a text that is not empty' : 'a text'
}

const kinds: Readonly<Record<string, (view: SchemaView) => string>> = {
  integer: (view) => `a whole number${range(view)}`,
  number: (view) => `a number${range(view)}`,
  boolean: () => 'true or false',
  string: textOf,
  array: ({ items }) => `a list${items ? ` of ${items.enum ? `any of ${items.enum.join(', ')}` : 'texts'}` : ''}`,
  object: () => 'keys with values',
}

/** What a key takes, in words that follow "must be". */
export const expected = (view: SchemaView): string => {
  if (view.expects) return view.expects
  if (view.enum) return view.enum.length === 1 ? String(view.enum[0]) : `one of ${view.enum.join(', ')}`
  if (view.anyOf) return view.anyOf.map(expected).join(' or ')
  return kinds[view.type ?? '']?.(view) ?? 'another value'
}
