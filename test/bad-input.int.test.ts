import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gal } from './support/gal.ts'
import { temporary } from './support/temporary.ts'

const quiet = ['--no-serve', '--plain'] as const

/** One or two lines, a hint among them, never a stack. */
const expectLines = (err: string, ...words: (string | RegExp)[]) => {
  for (const word of words) expect(err).toMatch(word)
  expect(err).not.toMatch(/\n {4}at /)
  expect(err.trim().split('\n').length).toBeLessThanOrEqual(4)
}

describe('a misuse is told in a line with a hint, ends with status 2, and leaves nothing behind', () => {
  test.each([
    ['an empty topic', ['run', '', ...quiet], [/topic/]],
    ['a topic of blanks', ['run', '  \n ', ...quiet], [/topic/]],
    ['a topic of 100,000 characters', ['run', 'x'.repeat(100_000), ...quiet], [/100,?000/, /2,?000/]],
    ['no topic at all', ['run', ...quiet], [/no topic/, /gal run/]],
    ['an unknown key', ['run', 'x', '--set', 'phases.literature-review.paper=3', ...quiet], [/did you mean phases.literature-review.papers/]],
    ['a wrong type', ['run', 'x', '--set', 'budget.calls=many', ...quiet], [/budget\.calls/]],
    ['a port that is no number', ['run', 'x', '--port', 'abc'], [/--port/]],
    ['a missing configuration', ['run', 'x', '--config', 'nowhere.yaml', ...quiet], [/nowhere\.yaml/, /gal init/]],
    ['an unknown provider', ['run', 'x', '--model', 'olama:qwen', ...quiet], [/olama/, /ollama/]],
    ['a missing secret', ['run', 'x', '--model', 'openai:gpt-4o', ...quiet], [/OPENAI_API_KEY/]],
    ['an unknown run', ['show', 'nothing'], [/no run/]],
    ['an unknown command', ['rum', 'x'], [/unknown command 'rum'/, /Did you mean run/]],
    ['an unknown option', ['run', 'x', '--colour'], [/unknown option/]],
    ['an unknown format', ['export', 'latest', '--format', 'pdf'], [/no run yet|no format pdf/]],
  ])('%s', async (_what, args, words) => {
    const cwd = temporary()
    const { status, err } = await gal(args, { cwd })
    expectLines(err, ...words)
    expect(status).toBe(2)
    expect(readdirSync(cwd).filter((name) => name !== 'runs')).toEqual([])
  })

  test('a run that does not exist is told with the nearest that does', async () => {
    const cwd = temporary()
    await gal(['run', 'label smoothing', '--model', 'rehearsal', '--set', 'budget.calls=1', ...quiet], { cwd })
    const { out } = await gal(['runs', '--json'], { cwd })
    const [{ run }] = JSON.parse(out) as [{ run: string }]
    const { status, err } = await gal(['show', `${run.slice(0, -1)}_`], { cwd })
    expect(err).toContain(`did you mean ${run}`)
    expect(status).toBe(2)
  })

  test('a configuration with several mistakes is told whole, each with its line', async () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'config.yaml'), 'topic: x\nseeed: 3\nbudget:\n  calls: -1\nport: abc\n')
    const { status, err } = await gal(['run', ...quiet], { cwd })
    for (const words of [/config\.yaml:2.*seeed.*seed/, /config\.yaml:4.*budget\.calls/, /config\.yaml:5.*port/]) expect(err).toMatch(words)
    expect(status).toBe(2)
  })

  test('bad YAML is told with its line', async () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'config.yaml'), 'topic: "x\nbudget: {\n')
    const { status, err } = await gal(['run', ...quiet], { cwd })
    expectLines(err, /config\.yaml:\d/)
    expect(status).toBe(2)
  })
})

describe('a trouble of this machine is told in a line with a hint and ends with status 6', () => {
  test('a model server that is down, and the run can be resumed with another model', async () => {
    const cwd = temporary()
    const down = await gal(['run', 'label smoothing', '--model', 'ollama:qwen3:8b', '--set', 'models.retry.tries=1', ...quiet], { cwd })
    expectLines(down.err, /127\.0\.0\.1:9/, /gal resume/)
    expect(down.status).toBe(6)
    const resumed = await gal(['resume', 'latest', '--model', 'rehearsal', '--set', 'budget.calls=1', ...quiet], { cwd })
    expect(resumed.status).toBe(3)
  })

  test('a database that is damaged', async () => {
    const cwd = temporary()
    mkdirSync(join(cwd, 'runs'))
    writeFileSync(join(cwd, 'runs', 'gal.sqlite'), 'this is no database, however long it may be. '.repeat(500))
    const { status, err } = await gal(['runs'], { cwd })
    expectLines(err, /gal\.sqlite/, /damaged|not a database/)
    expect(status).toBe(6)
  })

  test('a port that is taken, for serve; a run says so and goes on', async () => {
    const cwd = temporary()
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = String(typeof address === 'object' ? address?.port : 0)
    try {
      const served = await gal(['serve', '--port', port], { cwd })
      expectLines(served.err, /EADDRINUSE/, new RegExp(port))
      expect(served.status).toBe(6)
      const ran = await gal(['run', 'label smoothing', '--model', 'rehearsal', '--port', port, '--plain', '--set', 'budget.calls=1'], { cwd })
      expect(ran.err).toMatch(/goes on without viewers/)
      expect(ran.status).toBe(3)
    } finally {
      server.close()
    }
  })

  test.skipIf(process.getuid?.() === 0 && !process.env['GAL_TEST_UNPRIVILEGED'])('a folder that may not be written to', async () => {
    const cwd = temporary()
    chmodSync(cwd, 0o500)
    const { status, err } = await gal(['run', 'label smoothing', '--model', 'rehearsal', ...quiet], { cwd })
    chmodSync(cwd, 0o700)
    expectLines(err, /--runs/)
    expect(status).toBe(6)
  })
})
