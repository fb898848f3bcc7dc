import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { ollamaAnswering } from '../../src/models/stand-in/ollama.ts'
import { startStandIn } from '../../src/models/stand-in/server.ts'
import { answerTo } from '../support/answering-model.ts'
import { briefFlags } from '../support/brief.ts'
import { gal } from '../support/gal.ts'
import { keptFolder, temporary } from '../support/temporary.ts'
import { change, onlyOn, readJson, runScript, unpack } from './archive.ts'

const sandboxed = spawnSync('bwrap', ['--ro-bind', '/', '/', 'true']).status === 0
const flags = ['--no-serve', '--plain', ...briefFlags, '--set', 'phases.report-writing.edits=1']

/** Exit statuses of a run that came to its end with a winner: complete, and partial. */
const ended = [0, 3]

const exported = async (cwd: string, name: string): Promise<Uint8Array> => {
  const { status, err } = await gal(['export', 'latest', '--format', 'zip', '-o', name], { cwd })
  expect(status, err).toBe(0)
  return readFileSync(join(cwd, name))
}

/** Where a run of each topic lies: made once for all tests. */
const made = new Map<string, Promise<string>>()
const onceMade = (topic: string, make: (cwd: string) => Promise<void>): Promise<string> => {
  const cwd = keptFolder()
  const known = made.get(topic) ?? make(cwd).then(() => cwd)
  made.set(topic, known)
  return known
}

const rehearse = (topic: string): Promise<string> =>
  onceMade(topic, async (cwd) => {
    const { status, err } = await gal(['run', topic, '--model', 'rehearsal', ...flags], { cwd })
    expect(ended, err).toContain(status)
  })

/** A model behind Ollama, played by a script, that writes its programs in Python. */
const modelled = (): Promise<string> =>
  onceMade('Does scaling narrow a spread?', async (cwd) => {
    const name = 'obedient:latest'
    const server = await startStandIn((response, asked) => {
      if (asked.path === '/api/tags')
        return void response.end(JSON.stringify({ models: [{ name, size: 1, modified_at: '', details: { family: 'llama' } }] }))
      if (asked.path === '/api/show') return void response.end(JSON.stringify({ model_info: { 'llama.context_length': 32_768 } }))
      return ollamaAnswering(answerTo(asked.body as Parameters<typeof answerTo>[0]))(response, asked)
    })
    const { status, err, out } = await gal(['run', 'Does scaling narrow a spread?', ...flags], {
      cwd,
      env: { OLLAMA_BASE_URL: server.url },
    })
    await server.close()
    expect(ended, err + out).toContain(status)
  })

type Metric = { name: string; value: number; arm?: string; split?: string; seed?: number; step?: number }
type Kind = { skip: boolean; language: 'javascript' | 'python'; words: readonly string[]; make(): Promise<string> }

const [smoothing, integrals] = ['Does label smoothing help a small classifier?', 'Antithetic variates in Monte Carlo'] as const
const rehearsal = { skip: false, language: 'javascript', words: [] } as const
const kinds: Readonly<Record<string, Kind>> = {
  'a rehearsal about a classifier': { ...rehearsal, make: () => rehearse(smoothing) },
  'a rehearsal about Monte Carlo': { ...rehearsal, make: () => rehearse(integrals) },
  'a run whose program a model wrote in Python (needs bubblewrap: apt-get install bubblewrap)': {
    ...{ skip: !sandboxed, language: 'python', words: ['--yes'] },
    make: modelled,
  },
}

describe.each(Object.entries(kinds))('the archive of %s', (_, { skip, language, words, make }) => {
  let zip: Uint8Array
  let path: string
  beforeAll(async () => {
    if (skip) return
    zip = await exported(await make(), 'run.zip')
    path = onlyOn(keptFolder(), language)
  }, 120_000)
  const bare = () => unpack(zip, temporary())
  const main = `programs/winner/main.${language === 'python' ? 'py' : 'mjs'}`

  test.skipIf(skip)('gives the same numbers again, with an interpreter and nothing else', () => {
    const folder = bare()
    const count = readJson<Metric[]>(folder, 'expected.json').length
    const { status, said, verdict } = runScript(folder, path, ...words)
    expect(verdict, said).toBe(`The same: all ${count} numbers are exactly those of the report.`)
    expect(status).toBe(0)
    expect(count).toBeGreaterThan(5)
    expect(said).toMatch(/metric +arm +split +seed +paper +again +same/)
    expect(said.match(/ {2}exactly$/gm)).toHaveLength(count)
  })

  test.skipIf(skip)('holds the numbers that the report prints', () => {
    const files = unzipSync(zip)
    const text = (name: string) => Buffer.from(files[name] ?? []).toString()
    const expected = JSON.parse(text('reproduce/expected.json')) as Metric[]
    const [, ...rows] = text('report/tables/results.csv').trim().split('\n')
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) {
      const [name, split, arm, , , mean] = row.split(',')
      const values = expected.filter((m) => m.step === undefined && m.name === name && (m.split ?? '') === split && (m.arm ?? '') === arm)
      const total = values.reduce((sum, { value }) => sum + value, 0)
      expect(total / values.length, row).toBeCloseTo(Number(mean), 9)
    }
  })

  test.skipIf(skip)('holds code, helper, hashes, versions, seeds and configuration, and what to do with them', () => {
    const folder = bare()
    const winner = readdirSync(join(folder, 'programs/winner'))
    expect(winner).toEqual(expect.arrayContaining(language === 'python' ? ['dataset.py', 'lab.py'] : ['dataset.mjs', 'lab.mjs']))
    expect(readJson(folder, 'manifest.json')).toMatchObject({ versions: { gal: expect.any(String) }, seeds: { run: 1 } })
    expect(readJson(folder, 'config.json')).toMatchObject({ seed: 1, experiments: {} })
    const tried = readJson<{ file: string; operator: string; status: string }[]>(folder, 'programs.json')
    expect(tried.map(({ operator }) => operator)).toEqual(expect.arrayContaining(['dataset', 'draft', 'final']))
    for (const { file } of tried) expect(readFileSync(join(folder, file), 'utf8').length).toBeGreaterThan(0)
    expect(readFileSync(join(folder, 'REPRODUCE.md'), 'utf8').trim().split('\n').length).toBeLessThanOrEqual(12)
  })

  test.skipIf(skip)('tells a changed byte in the program, and does not run it', () => {
    const folder = bare()
    change(folder, main, (code) => `${code} `)
    const { status, said, verdict } = runScript(folder, path, ...words)
    expect(said).toContain(`CHANGED OR MISSING: ${main}`)
    expect(verdict).toMatch(/^Not the same: .*main\.(py|mjs) was changed since the archive was made, so nothing was run\.$/)
    expect(said).not.toMatch(/paper +again/)
    expect(status).toBe(1)
  })

  test.skipIf(skip).each(['as it was', 'hashed'] as const)('tells a changed number in expected.json, its hash %s', (hash) => {
    const folder = bare()
    change(folder, 'expected.json', (text) => text.replace(/"value":[^}]+/, '"value":0.123456'), hash)
    const { status, said, verdict } = runScript(folder, path, ...words)
    expect(said.includes('CHANGED OR MISSING: expected.json')).toBe(hash === 'as it was')
    expect(said).toMatch(/0\.1235 +\S+ +NO: difference \S+$/m)
    expect(verdict).toMatch(/^Not the same: 1 of \d+ numbers are not those of the report\.$/)
    expect(status).toBe(1)
  })

  test.skipIf(skip)('takes a number that differs behind the digits of the report for the same, and says the difference', () => {
    const folder = bare()
    const further = (text: string) => text.replace(/"value":([^}]+)/, (_, value) => `"value":${Number(value) * (1 + 1e-12)}`)
    change(folder, 'expected.json', further, 'hashed')
    const { status, said, verdict } = runScript(folder, path, ...words)
    expect(said).toMatch(/ {2}yes, difference -?\d(\.\d+)?e-\d+$/m)
    expect(verdict).toMatch(/to the digits printed there; 1 differ further on\.$/)
    expect(status).toBe(0)
  })

  test.skipIf(skip)('tells a number that is not measured again, and one that the report does not have', () => {
    const folder = bare()
    change(folder, 'expected.json', (text) => text.replace(/"name":"[^"]+"/, '"name":"another"'), 'hashed')
    const { status, said } = runScript(folder, path, ...words)
    expect(said).toMatch(/^another.*NO: it was not measured again$/m)
    expect(said).toMatch(/NO: the report does not have it$/m)
    expect(status).toBe(1)
  })

  test.skipIf(skip)('tells that the interpreter is missing', () => {
    const { status, verdict } = runScript(bare(), onlyOn(temporary(), 'none'), ...words)
    expect(verdict).toBe(`Not run: ${language === 'python' ? 'Python' : 'Node'} is missing.`)
    expect(status).toBe(2)
  })

  test.skipIf(skip)('tells a program that fails where it is run again, with the end of what it said', () => {
    const folder = bare()
    change(folder, main, (code) => (language === 'python' ? `import nowhere\n${code}` : `import 'nowhere'\n${code}`), 'hashed')
    const { status, said, verdict } = runScript(folder, path, ...words)
    expect(said).toMatch(/The end of what the program said:[\s\S]*nowhere/)
    expect(verdict).toMatch(language === 'python' ? /has no package nowhere/ : /ended with exit code 1\.$/)
    expect(status).toBe(2)
  })

  test.skipIf(skip)('tells a program that does not end', () => {
    const folder = bare()
    const forever = language === 'python' ? 'while True: pass\n' : 'for (;;) {}\n'
    change(folder, main, (code) => `${forever}${code}`, 'hashed')
    const { status, verdict } = runScript(folder, path, ...words, '--seconds', '1')
    expect(verdict).toBe('Not run to its end: it was stopped after 1 s; give it more with --seconds.')
    expect(status).toBe(2)
  })
})

test.skipIf(!sandboxed)(
  'code that a model wrote is warned of and not run without --yes (needs bubblewrap: apt-get install bubblewrap)',
  async () => {
    const folder = unpack(await exported(await modelled(), 'unasked.zip'), temporary())
    const { status, said, verdict } = runScript(folder, onlyOn(temporary(), 'python'))
    expect(said).toMatch(/WARNING: a language model wrote this program\. It runs here with all your rights and without a sandbox/)
    expect(verdict).toBe('Not run: add --yes to run code that a model wrote.')
    expect(status).toBe(2)
    expect(readFileSync(join(folder, 'REPRODUCE.md'), 'utf8')).toMatch(/A language model wrote the program/)
  },
  120_000,
)

test('the same run exported twice gives the same bytes', async () => {
  const cwd = await rehearse(smoothing)
  const [once, again] = [await exported(cwd, 'a.zip'), await exported(cwd, 'b.zip')]
  expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true)
}, 120_000)
