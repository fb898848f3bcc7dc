import { isCollection, isScalar, parseDocument, Scalar } from 'yaml'
import type { SchemaView } from './schema-view.ts'

/**
 * The value that a text on the command line or in the environment stands for: YAML, where the text is a scalar, a list or a map in
 * brackets; the text itself where that is what the key takes ('2024' as a topic), or where it only looks like YAML ('Does it: yes?').
 */
export const valueFromText = (text: string, view: SchemaView | undefined): unknown => {
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true, logLevel: 'silent' })
  const { contents } = document
  if (contents === null) return undefined
  if (document.errors.length > 0) return text
  if (isCollection(contents)) return /^\s*[[{]/.test(text) && !/[&*]/.test(text) ? document.toJS() : text
  if (!isScalar(contents)) return text
  const cut = contents.type === Scalar.PLAIN && contents.source !== text.trim()
  const wantsText = view?.type === 'string' && typeof contents.value !== 'string' && contents.source !== ''
  return cut || wantsText ? text : contents.value
}
