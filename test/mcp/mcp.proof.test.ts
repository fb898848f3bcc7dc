import { execFile } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prompts } from '../../src/transport/mcp/prompts.ts'
import { tools } from '../../src/transport/mcp/tools/index.ts'
import { root } from '../support/gal.ts'
import { keptFolder } from '../support/temporary.ts'
import { galMcp, type Served, serveMcp } from './serve-mcp.ts'

const cwd = keptFolder()
let served: Served
beforeAll(async () => {
  served = await serveMcp(cwd)
})
afterAll(() => served.stop())

type Ended = { ok: boolean; out: string; err: string }
const run = (command: string, args: readonly string[], ms = 250_000): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(command, args, { cwd, timeout: ms, maxBuffer: 2 ** 26 }, (error, out, err) => resolve({ ok: error === null, out, err }))
  })

const require = createRequire(import.meta.url)
const suite = require.resolve('@modelcontextprotocol/conformance/dist/index.js')
const outside = /^\| `([a-z0-9-]+)` \|/gm
const page = readFileSync(join(root, 'docs/mcp.md'), 'utf8')
/** What the page says does not apply. */
const told = [...(page.split('## Conformance')[1] ?? '').matchAll(outside)].map(([, name = '']) => name)

type Check = { id: string; status: string; errorMessage?: string }

describe('the official conformance suite', () => {
  test('every scenario that applies passes, and the page names the others', async () => {
    const { out: listed } = await run(process.execPath, [suite, 'list', '--server'])
    const scenarios = [...listed.matchAll(/^ {2}- (\S+)/gm)].map(([, name = '']) => name)
    expect(scenarios.length).toBeGreaterThan(30)
    expect(told.filter((name) => !scenarios.includes(name))).toEqual([])
    const applying = scenarios.filter((name) => !told.includes(name))

    const failed: string[] = []
    let checks = 0
    for (const scenario of applying) {
      const folder = join(cwd, `conformance-${scenario}`)
      const url = served.url.replace('127.0.0.1', 'localhost')
      await run(process.execPath, [suite, 'server', '--url', url, '--scenario', scenario, '--output-dir', folder])
      const results = globSync(join(folder, '**/checks.json')).flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as Check[])
      const passed = results.filter(({ status }) => status === 'SUCCESS')
      checks += passed.length
      if (passed.length === 0) failed.push(`${scenario}: no check passed`)
      for (const { id, status, errorMessage } of results)
        if (status !== 'SUCCESS' && status !== 'INFO') failed.push(`${scenario}: ${id} ${status} ${errorMessage ?? ''}`)
    }
    console.log(`conformance: ${applying.length} scenarios, ${checks} checks; ${told.length} scenarios do not apply`)
    expect(failed).toEqual([])
  }, 300_000)
})

const python = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'gal-proof', 'mcp-python')
const interpreter = join(python, 'bin/python')
const version = 'mcp==2.3.0'

/** Puts the client into an environment of its own, once. Gives why that is not possible here. */
const whyNoPython = async (): Promise<string | undefined> => {
  if (!existsSync(interpreter)) {
    mkdirSync(python, { recursive: true })
    const made = await run('python3', ['-m', 'venv', python])
    if (!made.ok) return `python3 -m venv: ${made.err}`
  }
  const installed = await run(interpreter, ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', version])
  return installed.ok ? undefined : `pip install ${version}: ${installed.err}`
}
const missing = await whyNoPython()

describe.skipIf(missing !== undefined)(
  `the official Python client${missing === undefined ? '' : ` (needs PyPI and python3: ${missing})`}`,
  () => {
    const stdio = galMcp(cwd)
    test.each([
      ['over HTTP by whichever revision it prefers', 'auto', () => [served.url]],
      ['over HTTP by an older revision', 'legacy', () => [served.url]],
      ['on standard input and output by whichever revision it prefers', 'auto', () => [stdio.command, ...stdio.args]],
      ['on standard input and output by an older revision', 'legacy', () => [stdio.command, ...stdio.args]],
    ])('lists and calls tools %s', async (_, mode, target) => {
      const { ok, out, err } = await run(interpreter, [join(import.meta.dirname, 'client.py'), mode, ...target()])
      expect(ok, err).toBe(true)
      expect(JSON.parse(out)).toMatchObject({
        tools: tools.map(({ name }) => name),
        prompts: prompts.length,
        runs: { runs: [], total: 0 },
        papers: 2,
        agent: 'professor',
        refused: [true, expect.stringMatching(/^unknown-run: /)],
        listed: { total: 0 },
      })
    })
  },
)
