import { z } from 'zod'
import type { TurnSchema } from '../models/model.ts'
import type { Command } from './command.ts'
import type { Offered } from './offer.ts'

const fixed = new WeakMap<Command, TurnSchema>()

const formSchema = (name: string, { shape }: z.ZodObject): TurnSchema => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(z.strictObject({ command: z.literal(name), ...shape }), { io: 'input' })
  return schema
}

/** The schemas of a command's forms; made once for a command that has the same form at every moment. */
const schemasOf = ({ command, forms }: Offered): readonly TurnSchema[] => {
  if (forms[0] !== command.args) return forms.map((form) => formSchema(command.name, form))
  const schema = fixed.get(command) ?? formSchema(command.name, command.args)
  fixed.set(command, schema)
  return [schema]
}

/**
 * JSON Schema of a valid turn at one moment: one object with `command` and that command's arguments, in the forms that they
 * may have now.
 */
export const turnSchema = (offered: readonly Offered[]): TurnSchema => {
  const [only, ...others] = offered.flatMap(schemasOf)
  if (!only) throw new Error('a turn needs at least one command')
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...(others.length ? { anyOf: [only, ...others] } : only) }
}

/**
 * Characters of all texts of an answer together, for a model that does not come to an end by itself. A character can be a token
 * of its own, so that this many are certain to fit into the room for such an answer (`isTerse` in lab/parts.ts).
 */
const shortTexts = 1200

type Field = { minLength?: number; maxLength?: number; minItems?: number; items?: { minLength?: number; maxLength?: number } }

/** A list of texts is cut to a few short ones: with all that it may hold, an answer would not end. */
const shortItems = { most: 2, chars: 80 } as const

const shortList = ({ items = {}, minItems = 0, ...field }: Field): Field =>
  ({
    ...field,
    minItems,
    maxItems: Math.max(minItems, shortItems.most),
    items: { ...items, maxLength: Math.max(items.minLength ?? 0, Math.min(items.maxLength ?? shortItems.chars, shortItems.chars)) },
  }) as Field

const isLong = (field: Field | undefined): boolean => (field?.maxLength ?? 0) > shortTexts / 4

/** The fields of one command, with the room for texts shared out among those that may be long. */
const shorter = (fields: Readonly<Record<string, Field>>): Record<string, Field> => {
  const share = Math.floor(shortTexts / Math.max(1, Object.values(fields).filter(isLong).length))
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) =>
      field.items?.maxLength !== undefined
        ? [name, shortList(field)]
        : isLong(field)
          ? [name, { ...field, maxLength: Math.max(field.minLength ?? 0, Math.min(field.maxLength ?? share, share)) }]
          : [name, field],
    ),
  )
}

/** The same schema with every text so short that an answer ends: for a model that writes on until it is cut off. */
export const shortened = (schema: TurnSchema): TurnSchema =>
  JSON.parse(
    JSON.stringify(schema, (key, value: unknown) => (key === 'properties' ? shorter(value as Record<string, Field>) : value)),
  ) as TurnSchema

/** What the prompt says about a command: its sentence, its arguments and an example that is a valid answer. */
export const commandHelp = ({ name, help, args, example }: Command): string => {
  const described = Object.entries(args.shape).map(([key, schema]) => `  - ${key}: ${(schema as z.ZodType).description ?? ''}`)
  return [`- **${name}**: ${help}`, ...described, `  Example: ${JSON.stringify({ command: name, ...example })}`].join('\n')
}
