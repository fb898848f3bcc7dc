import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prompts } from '../../src/transport/mcp/prompts.ts'
import { tools } from '../../src/transport/mcp/tools/index.ts'
import { root } from '../support/gal.ts'

const page = readFileSync(join(root, 'docs/mcp.md'), 'utf8')
const rowsUnder = (heading: string): string[] =>
  (page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'))

test('docs/mcp.md lists every tool and every prompt in their own words', () => {
  expect(rowsUnder('Tools')).toEqual(
    tools.map(({ name, description, annotations }) => `| \`${name}\` | ${description} | ${annotations.readOnlyHint ? 'no' : 'yes'} |`),
  )
  expect(rowsUnder('Prompts')).toEqual(prompts.map(({ name, description }) => `| \`${name}\` | ${description} |`))
})

test('the snippets of docs/mcp.md are JSON', () => {
  const snippets = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text)
  expect(snippets.length).toBeGreaterThan(2)
  for (const snippet of snippets) expect(() => JSON.parse(snippet)).not.toThrow()
})
