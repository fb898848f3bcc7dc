import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sending, silent, startStandIn } from '../src/models/stand-in/server.ts'
import { openSqliteEventLog } from '../src/store/sqlite-event-log.ts'
import { gal, root } from './support/gal.ts'
import { temporary } from './support/temporary.ts'

const quiet = ['--no-serve', '--plain'] as const

/** What is on the log of a folder, if a log was made at all. */
const runsIn = (cwd: string) => {
  const file = join(cwd, 'runs', 'gal.sqlite')
  if (!existsSync(file)) return []
  const log = openSqliteEventLog(file, { clock: () => 0, alive: () => false })
  const runs = log.runs()
  log.close()
  return runs
}

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
    [
      'an unknown key',
      ['run', 'x', '--set', 'phases.literature-review.paper=3', ...quiet],
      [/did you mean phases.literature-review.papers/],
    ],
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
    expect(runsIn(cwd)).toEqual([])
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
    expectLines(down.err, /127\.0\.0\.1:65531/, /gal resume/)
    expect(down.status).toBe(6)
    const resumed = await gal(['resume', 'latest', '--model', 'rehearsal', '--set', 'budget.calls=1', ...quiet], { cwd })
    expect(resumed.status).toBe(3)
  })

  test.each([
    ['silent', silent, ['--set', 'models.ollama.first-chunk-seconds=1'], /sent nothing for 1 s/],
    ['answering garbage', sending('application/x-ndjson', ['<html>What?</html>\n']), [], /Ollama|ollama/],
  ] as const)('a model server that is %s', async (_what, chat, more, words) => {
    const server = await startStandIn((response, asked) => {
      if (asked.path === '/api/tags')
        return void response.end(JSON.stringify({ models: [{ name: 'm:1', size: 1, modified_at: '', details: { family: 'llama' } }] }))
      if (asked.path === '/api/show') return void response.end(JSON.stringify({ model_info: { 'llama.context_length': 32_768 } }))
      return chat(response, asked)
    })
    const flags = ['--model', 'ollama:m:1', '--set', 'models.retry.tries=1', ...more, ...quiet]
    const { status, err } = await gal(['run', 'label smoothing', ...flags], { cwd: temporary(), env: { OLLAMA_BASE_URL: server.url } })
    await server.close()
    expect(err).toMatch(words)
    expect(err).toMatch(/gal resume/)
    expect(err).not.toMatch(/\n {4}at /)
    expect(status).toBe(6)
  })

  test('a Node that is too old', () => {
    const older = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })"
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(older)}`, join(root, 'bin/gal.js'), 'run', 'x'],
      {
        cwd: temporary(),
        encoding: 'utf8',
      },
    )
    expectLines(stderr, /Node 20\.20\.2 is too old/, /22\.18/)
    expect(status).toBe(6)
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
      const ran = await gal(['run', 'label smoothing', '--model', 'rehearsal', '--port', port, '--plain', '--set', 'budget.calls=1'], {
        cwd,
      })
      expect(ran.err).toMatch(/goes on without viewers/)
      expect(ran.status).toBe(3)
    } finally {
      server.close()
    }
  })
})

/** A disk of its own for a command: a small or read-only tmpfs in a namespace that ends with it. Needs user namespaces, as bubblewrap does. */
const withDisk = (cwd: string, script: string) =>
  spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', OLLAMA_BASE_URL: 'http://127.0.0.1:65531' },
  })
const canMount = spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'true']).status === 0
const command = `'${process.execPath}' '${join(root, 'bin/gal.js')}'`

describe.skipIf(!canMount)('a disk that gives out (needs user namespaces: sysctl kernel.unprivileged_userns_clone=1)', () => {
  test('a read-only folder is told, with status 6', () => {
    const cwd = temporary()
    mkdirSync(join(cwd, 'disk'))
    const { status, stderr } = withDisk(
      cwd,
      `mount -t tmpfs -o ro none disk && exec ${command} run x --model rehearsal --runs disk --no-serve --plain`,
    )
    expectLines(stderr, /disk/, /--runs/)
    expect(status).toBe(6)
  })

  test('a full disk is told, with status 6, and once there is room the run goes on to its end', () => {
    const cwd = temporary()
    mkdirSync(join(cwd, 'disk'))
    const flags = '--runs disk --no-serve --plain'
    const script = [
      'mount -t tmpfs -o size=700k none disk',
      `${command} run 'Does label smoothing help a small classifier?' --model rehearsal ${flags}; echo "first $?" >&2`,
      'mount -o remount,size=80m disk',
      `${command} resume latest ${flags}; echo "second $?" >&2`,
      `${command} check latest --runs disk; echo "check $?" >&2`,
    ].join('\n')
    const { stderr } = withDisk(cwd, script)
    expect(stderr).toMatch(/disk is full/)
    expect(stderr).toMatch(/gal resume/)
    expect(stderr).not.toMatch(/defect in gal/)
    expect(stderr).toMatch(/first 6/)
    expect(stderr).toMatch(/second 0/)
    expect(stderr).toMatch(/check 0/)
  }, 120_000)
})
