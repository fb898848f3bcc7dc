import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../src/agents/commands/index.ts'
import { commandNames } from '../src/cli/program.ts'
import { errorCodes, exitStatus } from '../src/core/error.ts'
import { events } from '../src/core/events/index.ts'
import { configView } from '../src/lab/config/config-view.ts'
import { pathsOf } from '../src/lab/config/schema-view.ts'
import { startSettings } from '../src/lab/config.ts'
import { createMemoryEventLog } from '../src/store/memory-event-log.ts'
import { statusOfOwn } from '../src/transport/http/problem-status.ts'
import { startServer } from '../src/transport/server.ts'
import { standInControl } from '../src/transport/testing/stand-in-control.ts'
import { renderPages } from '../tools/pages/index.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found)

const pages = await renderPages()
const documents = [
  'examples/README.md',
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

test.each(pages)('$path is what its sources give now (else: npm run generate)', ({ path, text }) => {
  expect(read(path)).toBe(text)
})

const served = [
  ['/openapi.json', 'docs/reference/openapi.json'],
  ['/asyncapi.json', 'docs/reference/asyncapi.json'],
  ['/schemas/protocol.json', 'docs/reference/protocol.schema.json'],
] as const

test('what a server says of itself is what stands in docs/reference', async () => {
  const onDefect = (error: unknown) => {
    throw error
  }
  const server = await startServer({
    log: createMemoryEventLog(),
    control: standInControl(),
    host: '127.0.0.1',
    port: 0,
    allowedOrigins: [],
    startSettings,
    serverVersion: '9.9.9',
    onDefect,
  })
  for (const [path, file] of served) {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`)
    expect(await response.json()).toEqual(JSON.parse(read(file)))
  }
  await server.close()
})

const told = (path: string, pattern: RegExp) => matches(read(path), pattern).sort()

describe('documented is what there is, and nothing else:', () => {
  test('every event', () => {
    const [own = ''] = read('docs/reference/events.md').split('## Shared shapes')
    expect(matches(own, /^## (\S+)$/gm).sort()).toEqual(Object.keys(events).sort())
  })

  test('every command of a role, with a phase that uses it', () => {
    expect(told('docs/reference/commands.md', /^## (\S+)$/gm)).toEqual(commands.map(({ name }) => name).sort())
    expect(told('docs/reference/commands.md', /^Used in: (.*)\.$/gm).filter((uses) => uses === '')).toEqual([])
  })

  test('every error code, with its exit status', () => {
    const rows = Object.entries(errorCodes).map(([code, { status }]) => `${code} ${exitStatus[status]}`)
    const said = [...read('docs/reference/errors.md').matchAll(/^\| `(\S+)` \|.*\| (\d+) \|$/gm)].map(
      ([, code, status]) => `${code} ${status}`,
    )
    expect(said.sort()).toEqual(rows.sort())
  })

  test('every key of the configuration, on the page and in config.yaml', () => {
    const [keys = ''] = read('docs/reference/config.md').split('## Environment')
    expect(matches(keys, /^\| `(\S+)` \|/gm)).toEqual(pathsOf(configView()))
    const leaves = pathsOf(configView()).map((path) => path.split('.').at(-1))
    expect(matches(read('config.yaml'), /^ *(?:# )?([a-z-]+):(?: [^#]*)?$/gm)).toEqual(leaves)
  })

  test('every route, and every code of a problem with its status', () => {
    const { paths } = JSON.parse(read('docs/reference/openapi.json')) as { paths: Record<string, object> }
    const routes = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((name) => `${name.toUpperCase()} ${path}`))
    expect(told('docs/reference/rest.md', /^### ([A-Z]+ \S+)$/gm)).toEqual(routes.sort())
    const codes = [...Object.keys(errorCodes), ...Object.keys(statusOfOwn)]
    expect(told('docs/reference/rest.md', /^\| \d{3} \| `(\S+)` \|/gm)).toEqual(codes.sort())
  })

  test('every command of the command line, and every exit status', () => {
    expect(told('docs/cli.md', /^### (\S+)$/gm)).toEqual([...commandNames].sort())
    expect(told('docs/cli.md', /^\| (\d+) \|/gm)).toEqual(Object.values(exitStatus).map(String).sort())
  })
})

test('every promise about security names a test that is there', () => {
  const named = [...read('docs/security.md').matchAll(/^ {2}Test: (.*)$/gm)].map(([, line = '']) => line)
  const pairs = named.flatMap((line) =>
    [...line.matchAll(/`([^`]+)`, ((?:"[^"]+"(?:; )?)+)/g)].flatMap(([, file = '', titles = '']) =>
      matches(titles, /"([^"]+)"/g).map((title) => ({ file, title })),
    ),
  )
  expect(pairs.length).toBeGreaterThan(named.length)
  expect(pairs.filter(({ file, title }) => !read(file).includes(title))).toEqual([])
})

describe.each(documents)('%s', (path) => {
  const text = read(path)

  test('links to files that are there', () => {
    const links = matches(text, /\]\(([^)\s]+)\)/g).filter((link) => !/^(https?:|#)/.test(link))
    const missing = links.filter((link) => !existsSync(join(root, dirname(path), link.split('#')[0] ?? '')))
    expect(missing).toEqual([])
  })

  test('names only commands and keys that exist', () => {
    const code = matches(text, /```(?:sh|text)\n([\s\S]*?)```/g).concat(matches(text, /(?<!`)`([^`\n]+)`(?!`)/g))
    const called = code.flatMap((part) => matches(part, /(?:^|\s)gal ([a-z]+)\b/g))
    const set = code.flatMap((part) => matches(part, /--set '?([a-z][a-z.-]*)=/g)).filter((key) => key !== 'key' && key !== 'a.b')
    expect(called.filter((name) => !commandNames.includes(name))).toEqual([])
    expect(set.filter((key) => !pathsOf(configView()).includes(key))).toEqual([])
  })
})
