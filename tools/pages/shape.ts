import { z } from 'zod'
import { canonical } from '../../src/core/canonical.ts'
import { fault } from '../../src/core/fault.ts'
import { metric } from '../../src/core/metric.ts'
import { outcome } from '../../src/core/outcome.ts'
import { paper } from '../../src/core/paper.ts'
import { reviewForm } from '../../src/core/review.ts'
import { text } from '../../src/core/text.ts'

/** A schema as JSON Schema tells it: as much as the reference pages say of it. */
export type Shape = {
  type?: string | string[]
  description?: string
  properties?: Record<string, Shape>
  required?: string[]
  additionalProperties?: Shape | boolean
  items?: Shape
  anyOf?: Shape[]
  oneOf?: Shape[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
}

/** `title`: how a page calls a schema that stands in several places, and where it is told once. */
const shared: readonly (readonly [title: string, schema: z.ZodType])[] = [
  ['text', text],
  ['paper', paper],
  ['metric', metric],
  ['fault', fault],
  ['outcome', outcome],
  ['review form', reviewForm],
]

const shapeOf = (schema: z.ZodType): Shape => {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return shape as Shape
}

const keyOf = ({ description: _, ...shape }: Shape): string => canonical(shape)
const titles = new Map(shared.map(([title, schema]) => [keyOf(shapeOf(schema)), title]))

/** zod gives every whole number the bounds of what a double can hold: nobody needs to read these. */
const told = (bound: number | undefined): bound is number => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER

const range = ({ minimum, maximum, exclusiveMinimum }: Shape): string => {
  if (told(minimum) && told(maximum)) return ` from ${minimum} to ${maximum}`
  if (told(minimum)) return ` of at least ${minimum}`
  if (told(exclusiveMinimum)) return ` above ${exclusiveMinimum}`
  return told(maximum) ? ` of at most ${maximum}` : ''
}

const length = ({ minLength = 0, maxLength }: Shape): string => {
  if (maxLength !== undefined) return ` of ${minLength ? `${minLength} to` : 'at most'} ${maxLength} characters`
  return minLength > 1 ? ` of at least ${minLength} characters` : ''
}

const fieldsOf = ({ properties = {}, required = [] }: Shape): string =>
  Object.entries(properties)
    .map(([name, shape]) => `${name}${required.includes(name) ? '' : '?'}: ${words(shape)}`)
    .join(', ')

const kinds: Readonly<Record<string, (shape: Shape) => string>> = {
  string: (shape) => `string${length(shape)}`,
  integer: (shape) => `whole number${range(shape)}`,
  number: (shape) => `number${range(shape)}`,
  boolean: () => 'true or false',
  null: () => 'null',
  array: ({ items }) => `list of ${items ? words(items) : 'anything'}`,
  object: (shape) => (shape.properties ? `{ ${fieldsOf(shape)} }` : 'keys with values'),
}

/** What a value looks like, in words. */
export const words = (shape: Shape): string => {
  const title = titles.get(keyOf(shape))
  if (title) return `[${title}](#${title.replaceAll(' ', '-')})`
  if (shape.const !== undefined) return `\`${shape.const}\``
  if (shape.enum) return shape.enum.map((value) => `\`${value}\``).join(' / ')
  const options = shape.anyOf ?? shape.oneOf
  if (options) return options.map(words).join(' or ')
  const types = [shape.type ?? 'object'].flat()
  return types.map((type) => kinds[type]?.(shape) ?? 'anything').join(' or ')
}

const cell = (value: string): string => value.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** A Markdown table; the pages wrap nothing, so that a change of one row is a change of one line. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

const rowOf = (name: string, shape: Shape, isRequired: boolean): string[] => [
  `\`${name}\`${isRequired ? '' : ' (optional)'}`,
  words(shape),
  shape.description ?? '',
]

/** The fields of an object as a table, without those in `known`; a sentence when there are none. */
export const fieldTable = (schema: z.ZodType, known: readonly string[] = []): string => {
  const { properties = {}, required = [] } = shapeOf(schema)
  const rows = Object.entries(properties)
    .filter(([name]) => !known.includes(name))
    .map(([name, shape]) => rowOf(name, shape, required.includes(name)))
  return rows.length ? table(['field', 'value', 'meaning'], rows) : 'No fields.'
}

const sharedSection = ([title, schema]: (typeof shared)[number]): string => {
  const { anyOf, oneOf, properties } = shapeOf(schema)
  const options = (anyOf ?? oneOf ?? []).map((option) => `- ${words(option)}`)
  return [`### ${title}`, properties ? fieldTable(schema) : ['One of:', '', ...options].join('\n')].join('\n\n')
}

/** The shapes that stand in several places, each told once. */
export const sharedSections = (): string => ['## Shared shapes', ...shared.map(sharedSection)].join('\n\n')
