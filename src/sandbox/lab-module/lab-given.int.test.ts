import { describe, expect, test } from 'vitest'
import { temporary } from '../../../test/support/temporary.ts'
import { parsePredictions } from '../read-predictions.ts'
import { runBesideLab } from '../testing/run-beside-lab.ts'
import { sciencePython, whyNoScience } from '../testing/science-python.ts'
import { limitsFile, predictionsFile, seedsFile } from './files.ts'

/** Four rows: one has a line end within quotes, and an empty line is none. */
const rows = 'a,b\n1,x\n2,"y\n\nz ""q"""\n\n3,\n4,w\n'
const files = { 'valid.csv': rows, 'test.csv': 'a,b\n1,x\n' }
const head = { javascript: `import * as lab from './lab.mjs'\nconst print = console.log\n`, python: 'import lab\n' }

describe.each(['javascript', 'python'] as const)('the helper in %s', (language) => {
  const run = (code: Record<typeof language, string>, given: Record<string, string> = files) =>
    runBesideLab({ language, folder: temporary(), files: given }, head[language] + code[language])
  /** The same line in both languages. */
  const same = (code: string) => ({ javascript: code, python: code })

  test('gives the seeds that the lab chose, and 0 to 4 where it chose none', async () => {
    const code = { javascript: 'print(JSON.stringify(lab.seeds))', python: 'print(str(lab.seeds).replace(" ", ""))' }
    expect((await run(code, {})).output).toBe('[0,1,2,3,4]\n')
    expect((await run(code, { 'seeds.json': '[11, 7]' })).output).toBe('[11,7]\n')
  })

  test('counts the seconds that are left down, and where there is no limit they are endless', async () => {
    const code = {
      javascript:
        'const before = lab.deadline()\nwhile (lab.deadline() === before) {}\nprint(before <= 60, before > 40, lab.deadline() < before)',
      python: 'before = lab.deadline()\nwhile lab.deadline() == before: pass\nprint(before <= 60, before > 40, lab.deadline() < before)',
    }
    expect((await run(code, { 'limits.json': '{"seconds": 60}' })).output.toLowerCase()).toBe('true true true\n')
    expect((await run(same('print(lab.deadline())'), { 'limits.json': '{"seconds": 0}' })).output).toMatch(/^0(\.0)?\n$/)
    expect((await run(same('print(lab.deadline())'), {})).output).toMatch(/^(inf|Infinity)\n$/)
  })

  test('hands predictions in, of numbers and of labels, and the lab reads them', async () => {
    const { read, output } = await run({
      javascript: `lab.predict('valid', [1, 2.5, -3, 4], { seed: 1, arm: 'größe' })
lab.predict('valid', ['x', 'y', '1', true], { seed: 2 })
lab.predict('test', new Float64Array([0.5]))`,
      python: `lab.predict("valid", [1, 2.5, -3, 4], seed=1, arm="größe")
lab.predict("valid", ("x", "y", "1", "true"), seed=2)
lab.predict("test", [0.5])`,
    })
    expect([output, parsePredictions(read('predictions.jsonl') ?? '')]).toEqual([
      '',
      {
        predictions: [
          { split: 'valid', seed: 1, arm: 'größe', values: [1, 2.5, -3, 4] },
          { split: 'valid', seed: 2, values: ['x', 'y', '1', 'true'] },
          { split: 'test', values: [0.5] },
        ],
      },
    ])
  })

  const nan = language === 'python' ? 'float("nan")' : 'NaN'
  const none = language === 'python' ? 'None' : 'null'
  test.each([
    [
      'too few values',
      `lab.predict("valid", [1, 2, 3])`,
      /values must be a list of 4 values, one for each row of valid\.csv, and is 3 of them/,
    ],
    ['no list', `lab.predict("valid", "abcd")`, /values must be a list of 4 values, .* and is str/],
    [
      'a value that is not a number',
      `lab.predict("valid", [1, 2, ${nan}, 4])`,
      /values\[2\] must be a finite number or a text .*, and is nan/i,
    ],
    ['nothing for a row', `lab.predict("valid", [1, ${none}, 3, 4])`, /values\[1\] must be .*, and is (None|null)/],
    ['a list for a row', `lab.predict("valid", [[1], 2, 3, 4])`, /values\[0\] must be .*, and is \[1\]/],
    ['a split that is not held back', `lab.predict("train", [1])`, /['"]train['"] is no split .* 'valid' and 'test'/],
    ['an unknown split', `lab.predict("../valid", [1])`, /['"]\.\.\/valid['"] is no split/],
    ['the same once more', `lab.predict("test", [1])\nlab.predict("test", [2])`, /were handed in before; give seed/],
  ])('raises at once for predictions with %s', async (_what, code, problem) => {
    const { output, exitCode } = await run(same(code))
    expect([exitCode, output]).toEqual([1, expect.stringMatching(problem)])
  })

  test('hands no predictions in for data that is not there', async () => {
    expect((await run(same('lab.predict("valid", [1])'), {})).output).toMatch(/no split to hand predictions in for/)
  })

  test('writes a table, with no cell that a spreadsheet would calculate', async () => {
    const rows = (none: string) =>
      `[{ "arm": "a, b", "=x": 0.5, "n": -1 }, { "arm": "=1+1", "=x": ${none} }, { "arm": " @q", "n": "-0.25" }]`
    const { read, output } = await run({
      javascript: `lab.table('results', ${rows('null')})\nlab.table('more.csv', [{ t: 'say "hi"', yes: true }])`,
      python: `lab.table("results", ${rows('None')})\nlab.table("more.csv", [{ "t": 'say "hi"', "yes": True }])`,
    })
    expect([output, read('results.csv')]).toEqual(['', `arm,'=x,n\n"a, b",0.5,-1\n'=1+1,,\n' @q,,-0.25\n`])
    expect(read('more.csv')).toBe('t,yes\n"say ""hi""",true\n')
  })

  test.each([
    ['no rows', 'lab.table("a", [])', /rows must be a list of (dicts|objects), one at least/],
    ['rows that are lists', 'lab.table("a", [[1, 2]])', /rows must be a list/],
    ['a cell that is not a number', `lab.table("a", [{ "x": ${nan} }])`, /rows\[0\]\[['"]x['"]\] must be a text, a finite number/],
    ['a name elsewhere', 'lab.table("../a", [{ "x": 1 }])', /must be a file name/],
    ['the name of a file of the lab', 'lab.table("valid", [{ "x": 1 }])', /valid\.csv is a file of the lab/],
  ])('raises at once for a table with %s', async (_what, code, problem) => {
    const { output, exitCode } = await run(same(code))
    expect([exitCode, output]).toEqual([1, expect.stringMatching(problem)])
  })

  test('gives a path for what is made, and none to its own files', async () => {
    const { output } = await run(same('print(lab.artifact("model.bin"))'))
    expect(output).toMatch(/\/model\.bin\n$/)
    for (const name of ['metrics.jsonl', limitsFile, predictionsFile, seedsFile])
      expect((await run(same(`lab.artifact("${name}")`))).output).toMatch(/lab\.artifact: \S+ is a file of the lab; take another name/)
  })

  test('says its progress on one line, whatever the text', async () => {
    expect((await run(same('lab.progress(0.5, "half\\nof it")'))).output).toBe('[50%] half of it\n')
  })
})

describe.skipIf(sciencePython === undefined)(`the helper with NumPy and pandas${whyNoScience}`, () => {
  const run = (code: string) =>
    runBesideLab(
      { language: 'python', python: sciencePython ?? '', folder: temporary(), files },
      `import lab\nimport numpy as np, pandas as pd\n${code}`,
    )

  test('takes arrays, columns and scalars of theirs', async () => {
    const { read, output } = await run(`lab.predict("valid", np.array([1, 2, 3, 4]), seed=np.int64(1))
lab.predict("valid", np.array(["a", "b", "c", "d"]), seed=2)
lab.predict("valid", pd.Series([0.5, 1.5, 2.5, 3.5], dtype="float32"), seed=3)
lab.predict("valid", np.array([True, False, True, True]), seed=4)
lab.predict("valid", [np.float64(0.5), np.bool_(True), np.int64(3), np.str_("d")], seed=5)
lab.metric("mse", np.float32(0.5), seed=np.int64(1))
lab.table("t", pd.DataFrame({"a": [1, 2], "b": ["x", "=y"]}))`)
    expect(output).toBe('')
    expect(parsePredictions(read('predictions.jsonl') ?? '').predictions.map(({ values }) => values)).toEqual([
      [1, 2, 3, 4],
      ['a', 'b', 'c', 'd'],
      [0.5, 1.5, 2.5, 3.5],
      ['True', 'False', 'True', 'True'],
      [0.5, 'True', 3, 'd'],
    ])
    expect([read('metrics.jsonl'), read('t.csv')]).toEqual(['{"name": "mse", "value": 0.5, "seed": 1}\n', "a,b\n1,x\n2,'=y\n"])
  })

  test('refuses an array with a NaN or with columns', async () => {
    expect((await run('lab.predict("valid", np.array([1, np.nan, 3, 4]))')).output).toMatch(/values\[1\] must be a finite number .* nan/)
    expect((await run('lab.predict("valid", np.ones((4, 2)))')).output).toMatch(/values\[0\] must be .* and is \[1\.0, 1\.0\]/)
  })
})
