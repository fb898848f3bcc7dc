import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examine } from './data-facts.ts'
import { holdOut, type Truth } from './hold-out.ts'
import { wayTo } from './materialise.ts'
import { readDataFile } from './readers.ts'
import { scikitLearnId, scikitLearnSets } from './scikit-learn-sets.ts'
import { scoreAll } from './score.ts'
import { splitTable } from './split.ts'
import { needsPython, python, runPython } from './testing/python.ts'

const theirs = `import json, sys, sklearn.metrics as m
given = json.load(sys.stdin)
t, p = given["truth"], given["predicted"]
if given["task"] == "classification":
    print(json.dumps([m.accuracy_score(t, p), m.balanced_accuracy_score(t, p), m.f1_score(t, p, average="macro", zero_division=0)]))
else:
    print(json.dumps([m.mean_squared_error(t, p) ** 0.5, m.mean_absolute_error(t, p), m.r2_score(t, p)]))`

describe.skipIf(python === undefined)(`against scikit-learn (${needsPython})`, () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gal-data-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const agrees = (truth: Truth, predicted: (string | number)[]) => {
    const ours = scoreAll(truth, 'valid', predicted)
    const input = JSON.stringify({ task: truth.task, truth: truth.values.valid, predicted })
    const numbers: number[] = JSON.parse(runPython(theirs, folder, input))
    expect(ours).toMatchObject({ ok: true, scores: numbers.map((value) => ({ value: expect.closeTo(value, 10) })) })
  }

  test('the scores of classes are the same numbers', () => {
    const classes = ['a', 'b', 'c', 'd']
    const values = Array.from({ length: 200 }, (_, at) => classes[(at * 7) % 3] ?? 'a')
    const predicted = values.map((value, at) => (at % 4 === 0 ? (classes[at % 4 === 0 && at % 8 ? 3 : 1] ?? 'b') : value))
    agrees({ version: 1, target: 'c', type: 'text', task: 'classification', classes, values: { valid: values, test: [] } }, predicted)
  })

  test('the scores of numbers are the same numbers', () => {
    const values = Array.from({ length: 200 }, (_, at) => Math.sin(at) * 40 + at)
    const predicted = values.map((value, at) => value + Math.cos(at * 3) * 5)
    agrees({ version: 1, target: 'y', type: 'number', task: 'regression', classes: [], values: { valid: values, test: [] } }, predicted)
  })

  test.each(scikitLearnSets.map((set) => [scikitLearnId(set), set] as const))(
    '%s becomes a table that can be split and held out',
    (id, set) => {
      const way = wayTo(id)
      if (way?.by !== 'program') throw new Error('no program')
      runPython(way.program.text, folder)
      const reading = readDataFile(new Uint8Array(readFileSync(join(folder, way.writes))), way.writes)
      if (!reading.ok) throw new Error(reading.problem)
      const { table } = reading
      expect([table.rows.length, table.columns.length]).toEqual([set.rows, set.features + 1])
      expect(table.columns.slice(0, -1).every(({ type }) => type === 'number')).toBe(true)
      expect(table.columns.at(-1)?.name).toBe(way.about.target)
      const answer = splitTable(table, { task: set.task, target: set.target, seed: 0 })
      if (!answer.ok) throw new Error(answer.problem)
      const facts = examine(table, { split: answer.split, licence: set.licence })
      expect([facts.leaks, facts.split?.shared]).toEqual([[], 0])
      expect(holdOut(table, answer.split).truth.values.test.length).toBeGreaterThan(20)
    },
  )
})

test('a generator has no rows to get, and every other id says who brings it', () => {
  expect(wayTo('sklearn.datasets.make_moons')).toBeUndefined()
  expect(wayTo('scikit-learn:iris')).toEqual({
    ...wayTo('sklearn.datasets.load_iris'),
    about: expect.objectContaining({ target: 'species' }),
  })
  expect([wayTo('openml:61')?.by, wayTo('folder:birds/a.csv')?.by, wayTo('ylecun/mnist')?.by]).toEqual(['openml', 'folder', 'hugging-face'])
})
