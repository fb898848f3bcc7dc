import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../../src/core/facts.ts'
import { phaseNames } from '../../src/core/names.ts'
import { simpleCast } from '../../src/lab/testing/simple-cast.ts'
import type { Request } from '../../src/models/model.ts'
import { beatStops, testTools } from '../../src/sandbox/sandbox.conformance.ts'
import { temporary } from '../support/temporary.ts'
import { accepted, emptyAnswers, inPhase, placeholder } from './empty-answers.ts'
import { engineer, measures, needsBubblewrap, realRun, sandboxed, scriptedRun } from './real-lab.ts'

/*
 * Ways in which a lab gives wrong science without a word: each is planted in a whole run, and seen refused.
 * What keeps programs in is attacked in src/sandbox/bubblewrap.int.test.ts, what a sandbox must do is in src/sandbox/sandbox.conformance.ts,
 * what outlives a killed driver in src/sandbox/driver-death.int.test.ts; here it is asked what a run makes of it.
 */

/** Two turns of the engineer: a program and what comes after it. */
const short = { 'running-experiments': { steps: 2 } }
const one = { 'running-experiments': { rounds: 1 } }
const nothingRan = 'no program ran without an error and measured something'

describe.skipIf(!sandboxed)(`1. a program that broke is no result${needsBubblewrap}`, () => {
  test.each([
    ['an exception', "raise RuntimeError('boom')", { fault: { kind: 'exit-code' }, exitCode: 1 }],
    ['SystemExit with words', "raise SystemExit('all is well')", { fault: { kind: 'exit-code' }, exitCode: 1 }],
    ['sys.exit with a number', 'import sys; sys.exit(3)', { fault: { kind: 'exit-code' }, exitCode: 3 }],
    ['an exit that skips everything', 'import os; os._exit(7)', { fault: { kind: 'exit-code' }, exitCode: 7 }],
    ['a segmentation fault', 'import ctypes; ctypes.string_at(0)', { fault: { kind: 'signal' }, signal: 'SIGSEGV' }],
    ['a signal', 'import os; os.kill(os.getpid(), 9)', { fault: { kind: 'signal' }, signal: 'SIGKILL' }],
    [
      'a line among the metrics that is none',
      "open('metrics.jsonl', 'a').write('great\\n')",
      { fault: { kind: 'bad-output' }, exitCode: 0 },
    ],
  ])('after %s, whatever was measured before', async (_, last, end) => {
    const seen = await realRun({ cast: engineer({ draft: `${measures(0.9)}${last}\n` }), phaseSettings: short })
    const tried = seen.ends.filter(({ id }) => id.startsWith('running-experiments'))
    expect(tried.length).toBeGreaterThan(0)
    for (const program of tried) expect(program).toMatchObject(end)
    // It had reported its measurements, so that only its end speaks against it.
    for (const program of tried) expect(program.metrics.length).toBeGreaterThan(5)
    expect(seen.ended).toMatchObject({ kind: 'failed', why: expect.stringContaining(nothingRan) })
    expect(Object.values(seen.state.now.programs).filter(({ operator }) => operator === 'final')).toEqual([])
    const report = await seen.report()
    expect(report['tables/results.csv']?.trim().split('\n')).toHaveLength(1)
    expect(report['src/main.py']).toBeUndefined()
  })

  test('nor is one that ended well and measured nothing', async () => {
    const seen = await realRun({ cast: engineer({ draft: "print('accuracy: 0.99')\nraise SystemExit(0)\n" }), phaseSettings: short })
    expect(seen.ends.at(-1)).toMatchObject({ exitCode: 0, metrics: [] })
    expect(seen.ended).toMatchObject({ kind: 'failed', why: expect.stringContaining(nothingRan) })
  })

  test('but one that says a megabyte is no failure: nothing waits, and start and end are kept', async () => {
    const flood = `print('the start', flush=True)\nfor line in range(20000): print('x' * 50)\n${measures(0.9)}print('the end')\n`
    const seen = await realRun({ cast: engineer({ draft: flood }), phaseSettings: one })
    const final = seen.ends.at(-1)
    expect(final).not.toHaveProperty('fault')
    expect(final).toMatchObject({ exitCode: 0, signal: null })
    expect(final?.seconds).toBeLessThan(20)
    const output = seen.read(final?.output ?? '')
    expect(output).toMatch(/^the start\n[\s\S]*the end\n$/)
    expect(output.length).toBeLessThan(21_000)
    expect(seen.ended).toEqual({ kind: 'complete' })
  })

  test('and what it leaves running ends with it', async () => {
    const daemon = `import os, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execv(sys.executable, ['python3', '-c', "import time\\nwhile True: open('/lab/beat', 'a').write('x'); time.sleep(0.01)"])
    os._exit(0)
while not os.path.exists('beat'): time.sleep(0.01)
${measures(0.9)}`
    const seen = await realRun({ cast: engineer({ draft: daemon }), phaseSettings: one })
    const tried = seen.ends.filter(({ id }) => id.startsWith('running-experiments'))
    expect(tried.length).toBeGreaterThan(1)
    for (const { id } of tried) expect(await beatStops(join(seen.folderOf(id), 'beat'))).toBe(true)
  })
})

describe.skipIf(!sandboxed)(`3. the report is about the winner, run once more${needsBubblewrap}`, () => {
  const leaves = (name: string, code: string) => `import lab
open(lab.figure('loss.svg'), 'w').write('<svg><title>${name}</title></svg>')
open('results.csv', 'w').write('${name}')
print('this is the ${name}')
${code}`
  const winner = leaves('winner', measures(0.8125))

  test.each([
    ['was worse', leaves('loser', measures(0.4375))],
    ['claimed more and was judged worse', leaves('loser', measures(0.9921875))],
    ['failed when all was written', leaves('loser', `${measures(0.4375)}raise SystemExit('late')\n`)],
    ['hung', leaves('loser', `${measures(0.4375)}import time\ntime.sleep(1e6)\n`)],
  ])(
    'when the last program %s and left files of the same names',
    async (why, loser) => {
      const rounds = { rounds: 2, candidates: 1, repairs: 0 }
      const phaseSettings = { 'running-experiments': rounds, 'report-refinement': { 'ways-back': 0 } }
      const seen = await realRun({ cast: engineer({ draft: winner, later: loser }), phaseSettings }, { seconds: why === 'hung' ? 5 : 30 })
      const tried = Object.values(seen.state.now.programs)
      expect(tried.some(({ code }) => seen.read(code) === loser.trim())).toBe(true)
      const final = tried.find(({ operator }) => operator === 'final')
      expect(final, JSON.stringify(seen.ended)).toMatchObject({ status: 'ok' })
      expect(seen.read(final?.code ?? '')).toBe(winner.trim())

      // A clean folder: nothing of another program is in it, and the figure is its own.
      const folder = seen.folderOf(final?.id ?? '')
      expect(readFileSync(join(folder, 'loss.svg'), 'utf8')).toContain('winner')
      expect(readFileSync(join(folder, 'results.csv'), 'utf8')).toBe('winner')
      expect(final?.files.toSorted()).toEqual(['loss.svg', 'results.csv'])
      expect(readdirSync(folder).filter((name) => name.endsWith('.svg'))).toEqual(['loss.svg'])

      const report = await seen.report()
      expect(report['src/main.py']).toBe(winner.trim())
      expect(report['src/output.log']).toBe('this is the winner\n')
      const values = final?.metrics.filter(({ arm }) => arm === 'smoothing=0.1').map(({ value }) => value) ?? []
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const row = report['tables/results.csv']?.split('\n').find((line) => line.includes('smoothing=0.1'))
      expect(Number(row?.split(',')[5])).toBeCloseTo(mean, 12)
      expect(report['report.md']).toContain(mean.toPrecision(4))
      const shown = Object.entries(report).filter(([name]) => /^(tables|figures|src)\/|report\.md/.test(name))
      for (const [name, text] of shown) expect(text, name).not.toMatch(/loser|0\.4375|0\.99218|\b0\.4[34]\d|\b0\.99\d/)
    },
    150_000,
  )

  test('and what the winner measured before it was run once more counts for nothing', async () => {
    // Each run of the same code measures something else, as with a seed that nobody set.
    const restless = `import time\nshift = time.time_ns() % 100000 / 1000000\n${measures(0.5).replaceAll('value +', 'value + shift +')}`
    const seen = await realRun({ cast: engineer({ draft: restless }), phaseSettings: one })
    const [first, final] = ['draft', 'final'].map((kind) =>
      Object.values(seen.state.now.programs).find(({ operator }) => operator === kind),
    )
    const mean = (values: readonly { arm?: string | undefined; value: number }[] = []) => {
      const own = values.filter(({ arm }) => arm === 'smoothing=0')
      return own.reduce((sum, { value }) => sum + value, 0) / own.length
    }
    expect(mean(first?.metrics)).not.toBeCloseTo(mean(final?.metrics), 9)
    const row = (await seen.report())['tables/results.csv']?.split('\n').find((line) => line.includes(',smoothing=0,'))
    expect(Number(row?.split(',')[5])).toBeCloseTo(mean(final?.metrics), 12)
  })
})

describe('4. nothing empty goes on as success', () => {
  const cases = phaseNames.flatMap((phase) => Object.entries(emptyAnswers).map(([how, answer]) => ({ phase, how, answer })))

  test.each(cases)('$phase, answered $how', async ({ phase, answer }) => {
    const seen = await scriptedRun({ cast: inPhase(phase, answer) })
    for (const [what, text] of accepted(seen)) {
      expect(text.trim(), what).not.toBe('')
      expect(text.trim(), what).not.toBe(placeholder)
    }
    for (const { phase: name, outcome } of seen.state.ended) if (outcome.kind !== 'complete') expect(outcome.why, name).toMatch(/\w{3}/)
    // The lab may have chosen for whoever said nothing; then that is on the record.
    const own = seen.state.ended.filter(({ phase: name }) => name === phase)
    const chosen = seen.state.tally[phase]?.chosen.length ?? 0
    expect(own.every(({ outcome }) => outcome.kind !== 'complete') || chosen > 0, JSON.stringify(own)).toBe(true)
    if (seen.ended.kind !== 'complete') expect(seen.ended.why).toMatch(/\w{3}/)
  })

  test.each(phaseNames)('a model that answers nothing at all in %s is let go of, and the run says why', async (phase) => {
    const seen = await scriptedRun({ cast: inPhase(phase, () => '') })
    expect(seen.halted).toContain('gave an empty answer')
    expect(seen.state.outcome).toBeUndefined()
    expect(seen.events.at(-1)).toMatchObject({ type: 'run-halt', cause: 'fault' })
    for (const [what, text] of accepted(seen)) expect(text.trim(), what).not.toBe('')
  })

  test('a review of the literature that found nothing is named as that', async () => {
    const seen = await scriptedRun({
      cast: inPhase('literature-review', ({ step }) => JSON.stringify({ command: 'search-papers', query: `zzqx zzqy${step}` })),
      phaseSettings: { 'literature-review': { steps: 12 } },
    })
    expect(seen.ended).toMatchObject({ kind: 'partial', why: expect.stringMatching(/literature-review: 0 of 5 papers were reviewed/) })
    expect((await seen.report())['report.md']).toContain('0 of 5 papers were reviewed')
  })

  test.each(phaseNames)('a spent budget of %s ends it as named', async (phase) => {
    const seen = await scriptedRun({ settings: { budget: { phases: { [phase]: { calls: 1 } } } } })
    const [first] = seen.state.ended.filter(({ phase: name }) => name === phase)
    if (first?.outcome.kind === 'complete') return expect(seen.state.spent.byPhase[phase]?.calls).toBeLessThanOrEqual(1)
    expect(first?.outcome).toMatchObject({ why: expect.stringContaining(`the budget of 1 model calls for ${phase} is spent`) })
    expect(seen.ended.kind).not.toBe('complete')
    expect(seen.ended.why).toContain(`${phase}: `)
    expect((await seen.report())['report.md']).toContain(`the budget of 1 model calls for ${phase} is spent`)
  })

  test.each([1, 5, 10, 15, 20, 25, 30, 35, 40])('a budget of %d calls is spent in whatever phase, and the run says so', async (calls) => {
    const seen = await scriptedRun({ settings: { budget: { calls } } })
    expect(seen.state.spent.calls).toBeLessThanOrEqual(calls)
    expect(seen.ended).toMatchObject({
      kind: expect.stringMatching(/^(partial|failed)$/),
      why: expect.stringContaining(`the budget of ${calls} model calls for the run is spent`),
    })
    const absent = phaseNames.filter((phase) => seen.state.attempts[phase] === undefined)
    // A failure says first what failed; else what was not reached is named.
    if (seen.ended.kind === 'partial') for (const phase of absent) expect(seen.ended.why).toContain(phase)
  })
})

describe('7. nobody goes round for ever', () => {
  const steps = 30
  const settings = Object.fromEntries(phaseNames.map((phase) => [phase, { steps }]))
  const words = 'Shall I proceed?'
  const stubborn: Readonly<Record<string, (facts: Facts, request: Request) => string>> = {
    'gives the same answer every time': ({ commands }) => {
      const same: Readonly<Record<string, unknown>> = { 'search-papers': { query: 'smoothing' }, dialogue: { text: 'Go on.' } }
      const [command = ''] = commands
      return JSON.stringify({ command, ...(same[command] ?? {}) })
    },
    'asks "Shall I proceed?" in bare words': () => words,
    'asks "Shall I proceed?" in other words each time, and never submits': (facts) =>
      facts.commands.includes('dialogue') ? JSON.stringify({ command: 'dialogue', text: `${words} (${facts.turn})` }) : words,
  }
  const cases = phaseNames.flatMap((phase) => Object.entries(stubborn).map(([how, answer]) => ({ phase, how, answer })))

  test.each(cases)('$phase, where everybody $how', async ({ phase, answer }) => {
    const asked: string[] = []
    const cast = (facts: Facts, request: Request): string => {
      asked.push(`${facts.phase} ${facts.attempt}`)
      return facts.phase === phase ? answer(facts, request) : simpleCast(facts)
    }
    const seen = await scriptedRun({ cast, phaseSettings: settings })
    // Those who speak side by side are asked together, so that the last of them may come after the limit.
    for (const one of new Set(asked)) expect(asked.filter((other) => other === one).length, one).toBeLessThanOrEqual(steps + 8)
    const own = seen.state.ended.filter(({ phase: name }) => name === phase)
    expect(own.length).toBeGreaterThan(0)
    for (const { outcome } of own) if (outcome.kind !== 'complete') expect(outcome.why).toMatch(/\w{3}/)
  })

  test('whoever does the same is nudged after five times, and after seven the phase is ended', async () => {
    const told: string[] = []
    const cast = (facts: Facts, { messages }: Request): string => {
      if (facts.phase !== 'literature-review') return simpleCast(facts)
      told.push(messages.at(-1)?.text ?? '')
      return JSON.stringify({ command: 'search-papers', query: 'the same words' })
    }
    const seen = await scriptedRun({ cast })
    const nudged = told.findIndex((text) => text.includes('the same search-papers'))
    // The first search brought something new, so it was not the same yet.
    expect(nudged).toBe(6)
    expect(seen.state.ended[0]).toMatchObject({
      phase: 'literature-review',
      outcome: { kind: 'partial', why: expect.stringContaining('phd-student gave the same search-papers 7 times') },
    })
  })

  test('a budget ends whoever finds other words each time, and is not overdrawn', async () => {
    const cast = inPhase('data-preparation', ({ turn }) => JSON.stringify({ command: 'dialogue', text: `${words} (${turn})` }))
    const seen = await scriptedRun({ cast, settings: { budget: { calls: 25 } } })
    expect(seen.state.spent.calls).toBe(25)
    expect(seen.ended).toMatchObject({ kind: 'failed', why: expect.stringContaining('the budget of 25 model calls for the run is spent') })
  })
})

describe('8. what a model wrote does not run on the host', () => {
  // The whole command line without bubblewrap is tried in test/model-run.int.test.ts.
  test('without bubblewrap it is refused with a hint, and not a line of it runs', async () => {
    const mark = join(temporary(), 'it ran')
    const draft = `open(${JSON.stringify(mark)}, 'w').write('here')\n${measures(0.9)}`
    const seen = await realRun({ cast: engineer({ draft }) }, { tools: { ...testTools, bwrapPath: '/nowhere/bwrap' } })
    expect(existsSync(mark)).toBe(false)
    expect(seen.ends.length).toBeGreaterThan(0)
    for (const end of seen.ends)
      expect(end).toMatchObject({ fault: { kind: 'refused', message: expect.stringMatching(/apt-get install bubblewrap/) }, metrics: [] })
    expect(seen.ended.kind).toBe('failed')
  })

  test.skipIf(!sandboxed)(`within bubblewrap, keys, files and the network are out of its reach${needsBubblewrap}`, async () => {
    let visits = 0
    const server = createServer((_request, response) => {
      visits += 1
      response.end('come in')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const outside = temporary()
    mkdirSync(join(outside, 'keys'))
    const thief = `import glob, os, socket, lab
def caught(take):
    try:
        return 1 if take() else 0
    except OSError:
        return 0
def connect(host, port):
    socket.create_connection((host, port), timeout=2).close()
    return True
reach = {
    'environment': lambda: 'swordfish' in str(dict(os.environ)),
    'environments of others': lambda: any(b'swordfish' in open(path, 'rb').read() for path in glob.glob('/proc/[0-9]*/environ')),
    'loopback': lambda: connect('127.0.0.1', ${port}),
    'names': lambda: bool(socket.getaddrinfo('example.org', 80)),
    'shadow': lambda: bool(open('/etc/shadow').read()),
    'home': lambda: bool(os.listdir(os.path.expanduser('~root')) or os.listdir('/home')),
    'folder': lambda: bool(os.listdir(${JSON.stringify(outside)})),
    'writing': lambda: bool(open(${JSON.stringify(join(outside, 'made'))}, 'w')),
}
for name, take in reach.items():
    lab.metric(name, caught(take), seed=0, arm='thief')
${measures(0.9)}`
    const tools = { ...testTools, env: { ...testTools.env, SECRET_KEY: 'swordfish' } }
    const seen = await realRun({ cast: engineer({ draft: thief }), phaseSettings: one }, { tools })
    await new Promise((resolve) => server.close(resolve))
    const final = seen.ends.at(-1)
    expect(final).toMatchObject({ sandbox: 'bubblewrap', exitCode: 0 })
    const stolen = final?.metrics.filter(({ arm }) => arm === 'thief') ?? []
    expect(stolen).toHaveLength(8)
    expect(stolen.filter(({ value }) => value !== 0).map(({ name }) => name)).toEqual([])
    expect(visits).toBe(0)
    expect(readdirSync(outside)).toEqual(['keys'])
  })
})
