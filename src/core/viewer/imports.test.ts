import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** All that the fold is made of: it goes into pages, and is written anew in other languages. */
const allowed = ['../names.ts', '../turn-id.ts']

const importsIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type)[^']*from '([^']+)'/gm)].flatMap(([, from = '']) => from)

test('the fold runs in a page: it takes nothing at run time but names and the order of turns', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const taken = files.flatMap((name) => importsIn(join(import.meta.dirname, name)))
  expect(taken).toContain('./measure.ts')
  expect([...new Set(taken.filter((from) => !from.startsWith('./')))].toSorted()).toEqual(allowed)
})
