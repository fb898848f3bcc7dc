import { z } from 'zod'
import { events } from '../../../core/events/index.ts'
import { clientFrames, serverFrames } from '../../protocol.ts'

/** JSON Schema of a value as it is on the wire. zod gives every whole number the bounds of a double: nobody needs to read these. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    },
  })
  return shape
}

const each = (all: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Record<string, object> =>
  Object.fromEntries(Object.entries(all).map(([type, schema]) => [type, schemaOf(schema, io)]))

/** Frames from a client, by type. */
export const clientSchemas = () => each(clientFrames, 'input')
/** Frames from gal, by type. A client ignores fields that it does not know, so more may come. */
export const serverSchemas = () => each(serverFrames, 'input')

type ObjectSchema = { properties?: object; required?: string[] }

/** Events as they are on the log, by type. */
export const eventSchemas = (): Record<string, object> =>
  Object.fromEntries(
    Object.entries(events).map(([type, { means, data }]) => {
      const schema: ObjectSchema = schemaOf(data, 'input')
      const properties = { type: { const: type }, ...schema.properties }
      return [type, { description: means, ...schema, properties, required: ['type', ...(schema.required ?? [])] }]
    }),
  )
