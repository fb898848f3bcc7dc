import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { GalError } from '../../core/error.ts'

/** The value of a YAML text, the line of each of its keys (by the JSON of its path), and what is odd about it. */
export type YamlText = { value: unknown; lineOf: (path: readonly string[]) => number; warnings: string[] }

/** A thousand times the largest honest file. */
const longest = 4 * 1024 * 1024
/** One mistake in YAML is often reported many times. */
const mostErrors = 5

/** The parser's messages quote the text after a colon; a quote could be a secret. */
const unquoted = (message: string): string => (message.split(': ', 1)[0] ?? message).replaceAll(/\s+/g, ' ')

const bad = (line: string, cause?: unknown) =>
  new GalError('bad-config', line, 'the file that `gal init` writes shows the form', cause === undefined ? {} : { cause })

/**
 * Reads one YAML 1.2 document. `name` is the file's, for messages.
 * Throws GalError `bad-config` with line and column for what is no YAML, for anchors that refer to themselves, and for alias bombs.
 */
export const readYaml = (text: string, name: string): YamlText => {
  if (text.length > longest) throw bad(`${name}: has ${text.length.toLocaleString('en')} characters, which no configuration needs`)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, logLevel: 'silent' })
  const at = ({ pos: [start] }: { pos: [number, number] }) => {
    const { line, col } = lines.linePos(start)
    return `${name}:${line}:${col}`
  }
  const deep = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION')
  if (deep) throw bad(`${at(deep)}: is nested too deeply`)
  const errors = [...new Set(document.errors.map((error) => `${at(error)}: ${unquoted(error.message)}`))]
  if (errors.length > mostErrors) throw bad([...errors.slice(0, mostErrors), `${name}: and ${errors.length - mostErrors} more`].join('\n'))
  if (errors.length) throw bad(errors.join('\n'))
  const places = new Map<string, number>()
  notePlaces(document.contents, [], places, (offset) => lines.linePos(offset).line)
  return {
    value: plainValue(() => document.toJS({ maxAliasCount: 100 }), name),
    lineOf: (path) =>
      path.map((_, end) => places.get(JSON.stringify(path.slice(0, path.length - end)))).find((line) => line !== undefined) ?? 1,
    warnings: document.warnings.map((warning) => `${at(warning)}: ${unquoted(warning.message)}`),
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

const notePlaces = (node: Node | null, path: readonly string[], places: Map<string, number>, lineAt: (offset: number) => number): void => {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue
      const here = [...path, String(key.value)]
      places.set(JSON.stringify(here), lineAt(key.range?.[0] ?? 0))
      notePlaces(value as Node | null, here, places, lineAt)
    }
  }
  if (!isSeq(node)) return
  for (const [index, item] of node.items.entries()) {
    const here = [...path, String(index)]
    places.set(JSON.stringify(here), lineAt((item as Node).range?.[0] ?? 0))
    notePlaces(item as Node, here, places, lineAt)
  }
}
