import { stringify } from 'yaml'
import { configView } from './config-view.ts'
import { expected, type SchemaView } from './schema-view.ts'

const width = 100

const head = [
  'The configuration of gal, the Godot Agent Laboratory: every key with its meaning and its default.',
  'A key that is deleted keeps its default. To change one for a single run:',
  '    gal run "…" --set budget.calls=100',
]

const wrap = (text: string, room: number): string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`
    if (lines.length === 0 || line.length > room) lines.push(word)
    else lines[lines.length - 1] = line
  }
  return lines
}

const comment = (text: string, indent: string): string[] => wrap(text, width - indent.length - 2).map((line) => `${indent}# ${line}`)

/** A plain first word gets its capital; a name such as arXiv or provider:name stays as it is. */
const sentence = (text: string): string =>
  `${text.replace(/^[a-z]+(?= )/, ([first = '', ...rest]) => first.toUpperCase() + rest.join(''))}${/[.!?…]$/.test(text) ? '' : '.'}`

/** Whether what a key takes is narrower than its default shows. */
const isNarrow = (view: SchemaView): boolean =>
  Boolean(view.enum ?? view.items?.enum ?? view.expects) || /integer|number/.test(view.type ?? '')

/** What may be written, where the description alone cannot be expected to say it. */
const choices = (view: SchemaView): string => {
  if (view.propertyNames?.enum) return ` Keys: ${view.propertyNames.enum.join(', ')}.`
  return isNarrow(view) ? ` ${sentence(expected(view))}` : ''
}

const inline = (value: unknown): string => stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim()

const renderKey = (key: string, view: SchemaView, depth: number): string[] => {
  const indent = '  '.repeat(depth)
  const words = comment(`${sentence(view.description ?? key)}${choices(view)}`, indent)
  if (view.properties) return [...words, `${indent}${key}:`, ...renderKeys(view, depth + 1)]
  return [...words, view.default === undefined ? `${indent}# ${key}:` : `${indent}${key}: ${inline(view.default)}`]
}

const renderKeys = (view: SchemaView, depth: number): string[] =>
  Object.entries(view.properties ?? {}).flatMap(([key, below]) => [...(depth === 0 ? [''] : []), ...renderKey(key, below, depth)])

/** The text of config.yaml: every key with its meaning, what it takes, and its default; keys without a default are commented out. */
export const renderConfigFile = (): string => `${[...head.map((line) => `# ${line}`), ...renderKeys(configView(), 0)].join('\n')}\n`
