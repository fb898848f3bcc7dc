import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] }

type Cruise = { summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] } }

/** What dependency-cruiser says of src/ in a folder. Its exit status counts the errors, so it is no failure here. */
const cruise = (folder: string): Promise<Cruise['summary']> =>
  new Promise((resolve, reject) => {
    const args = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }, (_error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr))
      else resolve((JSON.parse(stdout) as Cruise).summary)
    })
  })

test('nothing in src/ imports what it may not, and the check has read all of it', async () => {
  const { violations, totalCruised } = await cruise(root)
  expect(violations.map(({ from, rule }) => `${from}: ${rule.name}`)).toEqual([])
  expect(totalCruised).toBeGreaterThan(100)
})

type Plant = { rule: string; file: string; imports: string }

const of = (room: string) => `src/${room}/planted.ts`
const rooms = [
  'core',
  'models',
  'sources',
  'store',
  'process',
  'sandbox',
  'data',
  'search',
  'agents',
  'phases',
  'report',
  'transport',
  'lab',
  'api',
]

/** One forbidden import for each rule. The files that are imported exist in every fixture. */
const plants: readonly Plant[] = [
  ...rooms.map((room) => ({ rule: `${room}-imports-right-only`, file: of(room), imports: '../cli/target.ts' })),
  ...['agents', 'phases', 'report', 'transport'].map((room) => ({
    rule: `${room}-takes-only-types-of-adapters`,
    file: of(room),
    imports: '../store/target.ts',
  })),
  { rule: 'core-is-pure', file: of('core'), imports: 'node:fs' },
  { rule: 'core-is-pure', file: of('core'), imports: '../models/target.ts' },
  { rule: 'models-imports-right-only', file: of('models'), imports: '../store/target.ts' },
  { rule: 'sources-imports-right-only', file: of('sources'), imports: '../sandbox/target.ts' },
  { rule: 'tests-stay-out', file: of('lab'), imports: './testing/target.ts' },
  { rule: 'langgraph-in-one-file', file: of('lab'), imports: '@langchain/langgraph' },
  { rule: 'sqlite-in-store', file: of('lab'), imports: 'better-sqlite3' },
  { rule: 'fastify-in-http', file: of('transport'), imports: 'fastify' },
  { rule: 'fastify-in-http', file: of('api'), imports: 'prom-client' },
  { rule: 'mcp-in-one-folder', file: of('transport'), imports: '@modelcontextprotocol/server' },
  { rule: 'agui-in-one-folder', file: of('report'), imports: '@ag-ui/core' },
  { rule: 'ws-in-one-file', file: of('cli'), imports: 'ws' },
  ...['langchain', '@langchain/core/messages', '@langchain/ollama', '@langchain/anthropic', '@langchain/langgraph'].map((imports) => ({
    rule: 'langchain-where-models-are-made',
    file: of('lab'),
    imports,
  })),
  { rule: 'langchain-where-models-are-made', file: of('models'), imports: '@langchain/core/messages' },
  { rule: 'langchain-graph-takes-only-the-graph', file: 'src/lab/graph.ts', imports: '@langchain/ollama' },
  { rule: 'commander-in-cli', file: of('lab'), imports: 'commander' },
  { rule: 'processes-in-process', file: of('sandbox'), imports: 'node:child_process' },
  { rule: 'processes-in-process', file: of('store'), imports: 'child_process' },
]

describe('in a tree with a planted import', () => {
  let folder: string
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const found = async () => (await cruise(folder)).violations.map(({ from, rule }) => `${from}: ${rule.name}`)

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gal-layers-'))
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) copyFileSync(join(root, file), join(folder, file))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const room of [...rooms, 'cli', 'lab/testing']) write(`src/${room}/target.ts`, 'export const target = 1\n')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('the tree is green before anything is planted, and a type of an adapter may be taken', async () => {
    write('src/phases/planted.ts', "import type { target } from '../store/target.ts'\nexport type Target = typeof target\n")
    expect(await found()).toEqual([])
  })

  test('every rule but the one about cycles is red where it is broken, by name', async () => {
    const planted = plants.map(({ rule, file, imports }, place) => ({ rule, imports, file: file.replace('planted', `planted-${place}`) }))
    for (const { file, imports } of planted) write(file, `import * as planted from '${imports}'\nexport const used = planted\n`)
    expect(await found()).toEqual(expect.arrayContaining(planted.map(({ rule, file }) => `${file}: ${rule}`)))
  })

  test('a cycle is red', async () => {
    write('src/lab/here.ts', "import { there } from './there.ts'\nexport const here = () => there\n")
    write('src/lab/there.ts', "import { here } from './here.ts'\nexport const there = () => here\n")
    expect(await found()).toContain('src/lab/here.ts: no-cycle')
  })

  test('no rule is left without a plant', () => {
    const proven = new Set([...plants.map(({ rule }) => rule), 'no-cycle'])
    expect(forbidden.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([])
  })
})
