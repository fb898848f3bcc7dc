import { configSchema } from './schema.ts'
import { type SchemaView, viewOf } from './schema-view.ts'

let view: SchemaView | undefined

/** The view of the whole configuration: made once, and only when something is to be read or written down. */
export const configView = (): SchemaView => {
  view ??= viewOf(configSchema)
  return view
}
