import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, execPath } from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Tools } from './interpreters.ts'
import type { Language, Program, RunSettings, Sandbox } from './sandbox.ts'
import { mainFile } from './work-folder.ts'

/** This machine's, for tests. */
export const testTools: Tools = { nodePath: execPath, pythonPath: 'python3', bwrapPath: 'bwrap', env: { PATH: env.PATH ?? '' } }

export const programOf = (language: Language, code: string): Program => ({ language, files: { [mainFile[language]]: code } })
const js = (code: string) => programOf('javascript', code)
const py = (code: string) => programOf('python', code)

const nobody = new AbortController().signal

/** Runs programs in a new folder for each test. */
export const createRunner = (sandbox: Sandbox) => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gal-sandbox-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const run = (
    program: Program,
    settings: Partial<RunSettings> = {},
    signal = nobody,
    onOutput: (text: string) => void = () => undefined,
  ) => sandbox.run(program, { folder, seconds: 20, memoryMiB: 256, outputChars: 2000, ...settings }, signal, onOutput)
  return { run, pathOf: (name: string) => join(folder, name) }
}

const hello: Record<Language, Program> = {
  javascript: {
    language: 'javascript',
    files: {
      'main.mjs': `import { data } from './dataset.mjs'
import { figure, metric, progress } from './lab.mjs'
import { writeFileSync } from 'node:fs'
progress(0.5, 'half')
metric('accuracy', data, { seed: 1, arm: 'baseline', split: 'test', unit: '%', step: 2 })
writeFileSync(figure('plot.svg'), '<svg/>')`,
      'dataset.mjs': 'export const data = 92.5',
    },
  },
  python: {
    language: 'python',
    files: {
      'main.py': `from dataset import data
from lab import figure, metric, progress
progress(0.5, "half")
metric("accuracy", data, seed=1, arm="baseline", split="test", unit="%", step=2)
open(figure("plot.svg"), "w").write("<svg/>")`,
      'dataset.py': 'data = 92.5',
    },
  },
}

/** Starts a process in a session of its own, deaf to SIGTERM, that writes as long as it lives; says once that it does, and waits. */
export const family: Program = {
  language: 'javascript',
  files: {
    'main.mjs': `import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
process.on('SIGTERM', () => console.log('ignored'))
spawn(process.execPath, ['beat.mjs'], { detached: true, stdio: 'ignore' })
const waiting = setInterval(() => {
  if (!existsSync('beat')) return
  clearInterval(waiting)
  console.log('beating')
}, 20)
setInterval(() => {}, 1000)`,
    'beat.mjs': `import { appendFileSync } from 'node:fs'
process.on('SIGTERM', () => {})
setInterval(() => appendFileSync('beat', 'b'), 20)`,
  },
}

/** Whether nobody writes to the file any more. */
export const beatStops = async (path: string) => {
  const last = readFileSync(path, 'utf8')
  await new Promise((resolve) => setTimeout(resolve, 150))
  return readFileSync(path, 'utf8') === last
}

/** What every way of running code must do. */
export const conformsToSandbox = (sandbox: Sandbox) => {
  const { run, pathOf } = createRunner(sandbox)

  describe.each(['javascript', 'python'] as const)('a program in %s', (language) => {
    test('imports its data set and the helper, and its metrics and files are the result', async () => {
      expect(await run(hello[language])).toMatchObject({
        exitCode: 0,
        signal: null,
        metrics: [{ name: 'accuracy', value: 92.5, seed: 1, arm: 'baseline', split: 'test', unit: '%', step: 2 }],
        files: ['plot.svg'],
        output: '[50%] half\n',
      })
    })

    test('that is no program at all fails with the interpreter’s words', async () => {
      const result = await run(programOf(language, 'for for for'))
      expect(result).toMatchObject({ fault: { kind: 'exit-code' }, exitCode: 1 })
      expect(result.output).toMatch(/SyntaxError/)
    })

    test('that reports what is not finite fails there, and says so', async () => {
      const nan = {
        javascript: `import { metric } from './lab.mjs'\nmetric('loss', NaN)`,
        python: 'from lab import metric\nmetric("loss", float("nan"))',
      }
      const result = await run(programOf(language, nan[language]))
      expect(result).toMatchObject({ fault: { kind: 'exit-code' }, metrics: [] })
      expect(result.output).toMatch(/the value of loss must be a finite number, and is NaN/i)
    })
  })

  test('an exit code is passed on, and keeps what was measured before', async () => {
    const result = await run(js(`import { metric } from './lab.mjs'\nmetric('loss', 1)\nprocess.exit(7)`))
    expect(result).toMatchObject({ fault: { kind: 'exit-code' }, exitCode: 7, signal: null, metrics: [{ name: 'loss', value: 1 }] })
  })

  test('a signal is passed on', async () => {
    expect(await run(py('import os\nos.kill(os.getpid(), 9)'))).toMatchObject({
      fault: { kind: 'signal' },
      exitCode: null,
      signal: 'SIGKILL',
    })
  })

  test('at the time limit all that the program started is killed, in a session of its own or deaf to SIGTERM', async () => {
    const result = await run(family, { seconds: 1.5 })
    expect(result).toMatchObject({ fault: { kind: 'timeout' }, output: 'beating\n' })
    expect(await beatStops(pathOf('beat'))).toBe(true)
  })

  test('an abort ends the program, and is not taken for its result', async () => {
    const controller = new AbortController()
    const result = await run(family, {}, controller.signal, () => controller.abort())
    expect(result.fault?.kind).toBe('cancelled')
    expect(existsSync(pathOf('result.json')) && readFileSync(pathOf('result.json'), 'utf8')).toBeFalsy()
  })

  test('of a flood of output the start and the end are kept', async () => {
    const { output } = await run(py('import sys\nprint("first")\nfor _ in range(300): sys.stdout.write("x" * 10000)\nprint("last")'))
    expect(output).toMatch(/^first\nx+\n\[… 2998011 characters left out …\]\nx+last\n$/)
  })

  test('output that is not UTF-8 is shown as far as it can be, also across chunks', async () => {
    const heard: string[] = []
    const code = 'import os, time\nos.write(1, b"a\\xff\\xc3")\ntime.sleep(0.1)\nos.write(2, b"\\xa9b")'
    const { output } = await run(py(code), {}, nobody, (text) => heard.push(text))
    expect([output, heard.join('')]).toEqual(['a�éb', 'a�éb'])
  })

  test('a line that is no metric is a fault that names it', async () => {
    const result = await run(py('open("metrics.jsonl", "w").write(\'{"name":"a","value":1}\\n{"name":"a","value":"2"}\\n\')'))
    expect(result).toMatchObject({ fault: { kind: 'bad-output' }, metrics: [{ name: 'a', value: 1 }] })
    expect(result.fault?.message).toMatch(/^metrics\.jsonl line 2: /)
  })

  test('links that a program leaves are removed and not followed', async () => {
    const code =
      'import os\nos.symlink("/etc/hostname", "metrics.jsonl")\nos.symlink("/etc", "figures")\nos.mkfifo("pipe.svg")\nos.mkdir("shut", 0)'
    expect(await run(py(code))).toMatchObject({ metrics: [], files: [], exitCode: 0 })
    expect(existsSync(pathOf('figures'))).toBe(false)
  })

  test('more than a thousand files are too many', async () => {
    const result = await run(py('for i in range(1001): open(f"f{i}", "w").close()'))
    expect(result).toMatchObject({
      fault: { kind: 'limit', message: expect.stringMatching(/more than 1000 files|filled its folder/) },
      files: [],
    })
  })

  test('a finished result is used again, and a changed program is run anew in an emptied folder', async () => {
    const first = await run(js(`console.log(process.hrtime.bigint()); import('node:fs').then((fs) => fs.writeFileSync('old', ''))`))
    const again = await run(js(`console.log(process.hrtime.bigint()); import('node:fs').then((fs) => fs.writeFileSync('old', ''))`))
    const other = await run(js(`console.log(process.hrtime.bigint())`))
    expect(again).toEqual(first)
    expect(first.files).toEqual(['old'])
    expect(other.output).not.toBe(first.output)
    expect([other.files, existsSync(pathOf('old'))]).toEqual([[], false])
  })

  test('a result file that was not written to its end counts for nothing', async () => {
    writeFileSync(pathOf('result.json'), '{"program":"abc","result":{')
    expect((await run(js('console.log(1)'))).output).toBe('1\n')
  })
}
