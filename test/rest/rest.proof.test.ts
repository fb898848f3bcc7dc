import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Serving, startServing } from '../seeds/serving.ts'
import { pythonVenv, runCommand } from '../support/python-venv.ts'
import { keptFolder } from '../support/temporary.ts'

const venv = await pythonVenv('schemathesis', 'schemathesis==4.32.5')

describe.skipIf(venv.why !== undefined)(`schemathesis${venv.why === undefined ? '' : ` (needs PyPI and python3: ${venv.why})`}`, () => {
  const cwd = keptFolder()
  let serving: Serving
  beforeAll(async () => {
    serving = await startServing({ cwd, config: 'model: rehearsal\n' })
  })
  afterAll(async () => {
    await serving.stop()
  })

  test('finds no answer that the description does not allow, with all checks, over examples, boundaries, chance and sequences', async () => {
    const { ok, out } = await runCommand(
      join(venv.bin ?? '', 'schemathesis'),
      [
        '--config-file',
        join(import.meta.dirname, 'schemathesis.toml'),
        'run',
        `http://localhost:${serving.port}/openapi.json`,
        '--checks',
        'all',
        '--max-examples',
        '25',
        '--continue-on-failure',
        '--no-color',
      ],
      cwd,
      550_000,
    )
    console.log(out.split('=== SUMMARY ===').at(-1)?.slice(0, 2000))
    expect(ok, out.slice(-6000)).toBe(true)
  }, 600_000)
})
