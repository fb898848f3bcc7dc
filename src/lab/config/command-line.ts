import { type Layer, layerFromKey } from './layers.ts'
import { type SchemaView, viewAt } from './schema-view.ts'
import { valueFromText } from './value-text.ts'
import { visible } from './visible.ts'

/** A `--set a.b=c`: the value is YAML on one line. A text without a path or a `=` is given back as a problem. */
export const layerFromSet = (text: string, view: SchemaView): Layer | { problem: string } => {
  const [, dotted = '', value = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? []
  const path = dotted.trim().split('.')
  if (path.includes(''))
    return {
      problem: visible(`--set ${JSON.stringify(dotted || text.split('=', 1)[0])}: must be written key=value, as in --set budget.calls=100`),
    }
  return layerFromKey(path, valueFromText(value, viewAt(view, path)), (at) => `--set ${at.join('.')}`)
}

/** An option of the command line that is named like a key: --port 8080, --seed 7. One that is given empty is nothing, which no key takes. */
export const layerFromFlag = (name: string, value: unknown, view: SchemaView): Layer => {
  const place = () => `--${name}`
  if (typeof value !== 'string') return layerFromKey([name], value, place)
  if (value.trim() === '') return { settings: [{ path: [name], value: null, place }], warnings: [], secrets: [] }
  return layerFromKey([name], valueFromText(value, viewAt(view, [name])), place)
}
