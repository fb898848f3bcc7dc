import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prompts } from '../../src/transport/mcp/prompts.ts'
import { tools } from '../../src/transport/mcp/tools/index.ts'
import { root } from '../support/gal.ts'
import { pythonVenv, runCommand } from '../support/python-venv.ts'
import { keptFolder } from '../support/temporary.ts'
import { galMcp, type Served, serveMcp } from './serve-mcp.ts'

const cwd = keptFolder()
let served: Served
beforeAll(async () => {
  served = await serveMcp(cwd)
})
afterAll(() => served.stop())

const run = (command: string, args: readonly string[]) => runCommand(command, args, cwd)

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

const { bin, why: missing } = await pythonVenv('mcp-python', 'mcp==2.3.0')
const interpreter = join(bin ?? '', 'python')

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
