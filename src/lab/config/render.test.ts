import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadConfig } from '../config.ts'
import { renderConfigFile } from './render.ts'
import { configSchema } from './schema.ts'
import { pathsOf, type SchemaView, viewOf } from './schema-view.ts'

test('config.yaml is the generated text', () => {
  expect(readFileSync(new URL('../../../config.yaml', import.meta.url), 'utf8')).toBe(renderConfigFile())
})

test('the generated file holds exactly the defaults', () => {
  expect(loadConfig({ text: renderConfigFile() })).toEqual(loadConfig({}))
})

test('every key stands in the generated file, each under a comment', () => {
  const lines = renderConfigFile().split('\n')
  for (const path of pathsOf(viewOf(configSchema))) {
    const keys = path.split('.')
    const form = new RegExp(`^${'  '.repeat(keys.length - 1)}(# )?${keys.at(-1)}:`)
    const found = lines.flatMap((line, at) => (form.test(line) ? [lines[at - 1]?.trim() ?? ''] : []))
    expect(found, path).not.toEqual([])
    for (const above of found) expect(above, path).toMatch(/^# /)
  }
})

test('every key has a description of its own', () => {
  const bare = (view: SchemaView, path: string): string[] =>
    Object.entries(view.properties ?? {}).flatMap(([key, below]) => [
      ...(below.description ? [] : [`${path}${key}`]),
      ...bare(below, `${path}${key}.`),
    ])
  expect(bare(viewOf(configSchema), '')).toEqual([])
})

test('keys that were commented out work when the sign is taken away and a value is given', () => {
  const text = renderConfigFile().replace('# topic:', 'topic: nearest neighbours').replace('  # calls:', '  calls: 12')
  expect(loadConfig({ text }).config).toMatchObject({ topic: 'nearest neighbours', budget: { calls: 12 } })
})
