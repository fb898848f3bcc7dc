import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { GalError } from '../../core/error.ts'
import { visible } from './visible.ts'

/** The value of a YAML text, the line of each of its keys (by the JSON of its path), and what is odd about it. */
export type YamlText = { value: unknown; lineOf: (path: readonly string[]) => number; warnings: string[] }

/** Many times the largest honest file. */
const longest = 256 * 1024
/** One mistake in YAML is often reported many times. */
const mostErrors = 5

/** The parser's messages quote the text after a colon; a quote could be a secret. */
const unquoted = (message: string): string => (message.split(': ', 1)[0] ?? message).replaceAll(/\s+/g, ' ')

const bad = (line: string, cause?: unknown) =>
  new GalError(
    'bad-config',
    line.split('\n').map(visible).join('\n'),
    'the file that `gal init` writes shows the form',
    cause === undefined ? {} : { cause },
  )

/**
 * Reads one YAML 1.2 document. `name` is the file's, for messages.
 * Throws GalError `bad-config` with line and column for what is no YAML and for a key given twice, with the line for a second document,
 * and for anchors that refer to themselves and alias bombs.
 */
export const readYaml = (text: string, name: string): YamlText => {
  if (text.length > longest) throw bad(`${name}: has ${text.length.toLocaleString('en')} characters, which no configuration needs`)
  const lines = new LineCounter()
  // The parser compares every key with every other, which takes minutes for many: notePlaces looks for those given twice. It says nothing
  // of a second document unless it may log errors; they are kept in the document all the same, and nothing is printed.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, uniqueKeys: false, logLevel: 'error' })
  const at = ({ pos: [start] }: { pos: [number, number] }) => {
    const { line, col } = lines.linePos(start)
    return `${name}:${line}:${col}`
  }
  const deep = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION')
  if (deep) throw bad(`${at(deep)}: is nested too deeply`)
  const second = document.errors.find(({ code }) => code === 'MULTIPLE_DOCS')
  if (second) throw bad(`${name}:${lines.linePos(second.pos[0]).line}: a second document begins here; a configuration is one`)
  const places = new Map<string, number>()
  const twice = notePlaces(document.contents, [], places, (offset) => lines.linePos(offset).line)
  const found = [
    ...document.errors.map((error) => ({ pos: error.pos, message: unquoted(error.message) })),
    ...twice.map((offset) => ({ pos: [offset, offset] as [number, number], message: 'Map keys must be unique' })),
  ]
  const errors = [...new Set(found.map((error) => `${at(error)}: ${error.message}`))]
  if (errors.length > mostErrors) throw bad([...errors.slice(0, mostErrors), `${name}: and ${errors.length - mostErrors} more`].join('\n'))
  if (errors.length) throw bad(errors.join('\n'))
  return {
    value: plainValue(() => document.toJS({ maxAliasCount: 100 }), name),
    lineOf: (path) =>
      path.map((_, end) => places.get(JSON.stringify(path.slice(0, path.length - end)))).find((line) => line !== undefined) ?? 1,
    warnings: document.warnings.map((warning) => visible(`${at(warning)}: ${unquoted(warning.message)}`)),
  }
}

const plainValue = (read: () => unknown, name: string): unknown => {
  try {
    const value = read()
    // It is thrown away: it only refuses what refers to itself, which nobody could walk through.
    JSON.stringify(value)
    return value
  } catch (error) {
    throw bad(`${name}: the aliases (*name) cannot be resolved: one is unknown, refers to itself, or there are too many`, error)
  }
}

/** Notes the line of every key and of every item of a list. Gives the offsets of keys that their map holds already. */
const notePlaces = (
  node: Node | null,
  path: readonly string[],
  places: Map<string, number>,
  lineAt: (offset: number) => number,
): number[] => {
  if (isMap(node)) {
    const before = new Set<string>()
    return node.items.flatMap(({ key, value }) => {
      if (!isScalar(key)) return []
      const here = [...path, String(key.value)]
      const offset = key.range?.[0] ?? 0
      const twice = before.has(String(key.value)) ? [offset] : []
      before.add(String(key.value))
      places.set(JSON.stringify(here), lineAt(offset))
      return [...twice, ...notePlaces(value as Node | null, here, places, lineAt)]
    })
  }
  if (!isSeq(node)) return []
  return node.items.flatMap((item, index) => {
    const here = [...path, String(index)]
    places.set(JSON.stringify(here), lineAt((item as Node).range?.[0] ?? 0))
    return notePlaces(item as Node, here, places, lineAt)
  })
}
