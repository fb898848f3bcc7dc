import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ollamaAnswering } from '../src/models/stand-in/ollama.ts'
import { startStandIn } from '../src/models/stand-in/server.ts'
import { answerTo } from './support/answering-model.ts'
import { gal } from './support/gal.ts'
import { temporary } from './support/temporary.ts'

const sandboxed = spawnSync('bwrap', ['--ro-bind', '/', '/', 'true']).status === 0
const model = 'obedient:latest'

const serveModel = () =>
  startStandIn((response, asked) => {
    if (asked.path === '/api/tags')
      return void response.end(JSON.stringify({ models: [{ name: model, size: 1, modified_at: '', details: { family: 'llama' } }] }))
    if (asked.path === '/api/show') return void response.end(JSON.stringify({ model_info: { 'llama.context_length': 32_768 } }))
    return ollamaAnswering(answerTo(asked.body as Parameters<typeof answerTo>[0]))(response, asked)
  })

const quick = ['--no-serve', '--plain', '--set', 'phases.report-writing.edits=1', '--set', 'phases.running-experiments.rounds=2'] as const

test.skipIf(!sandboxed)(
  'a model behind Ollama drives a whole run, its Python runs in bubblewrap, and the report shows what it measured (needs bubblewrap: apt-get install bubblewrap)',
  async () => {
    const server = await serveModel()
    const cwd = temporary()
    const env = { OLLAMA_BASE_URL: server.url }
    const { status, err, out } = await gal(['run', 'Does label smoothing help?', ...quick], { cwd, env })
    await server.close()
    expect(err + out).toContain(`ollama:${model}`)
    expect(status, err + out).toBe(0)
    const [run = ''] = readdirSync(join(cwd, 'runs')).filter((name) => name.startsWith('does'))
    const report = readFileSync(join(cwd, 'runs', run, 'report', 'report.md'), 'utf8')
    expect(report).toMatch(/\| spread \| test \| scaled \| 5 \|/)
    expect(report).not.toMatch(/rehearsal/i)
    const { out: record } = await gal(['export', 'latest', '--format', 'jsonl'], { cwd })
    expect(record).toContain('"sandbox":"bubblewrap"')
    expect(record).not.toContain('"sandbox":"limits"')
  },
  90_000,
)

test('where bubblewrap is missing, what a model wrote is refused with a hint, and the run ends failed', async () => {
  const server = await serveModel()
  const cwd = temporary()
  const env = { OLLAMA_BASE_URL: server.url, GAL_BWRAP: '/nowhere/bwrap' }
  const { status, out } = await gal(['run', 'Does label smoothing help?', ...quick, '--set', 'phases.data-preparation.steps=4'], {
    cwd,
    env,
  })
  await server.close()
  expect(out).toMatch(/apt-get install bubblewrap/)
  expect(status).toBe(4)
}, 60_000)
