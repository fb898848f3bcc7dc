import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { cacheFolder } from '../../api/cache-folder.ts'
import { scores as labScores } from '../../data/scores.ts'
import { labelOf as labLabelOf } from '../../data/table.ts'

type Score = (truth: readonly unknown[], predicted: readonly unknown[]) => number
type Case = { name: string; truth: readonly unknown[]; predicted: readonly unknown[] }

const scriptsFolder = join(import.meta.dirname, 'scripts')
type Script = { scores: Readonly<Record<string, Score>>; labelOf(value: unknown, type: string): string }
const place = mkdtempSync(join(tmpdir(), 'gal-test-'))
copyFileSync(join(scriptsFolder, 'reproduce.mjs.txt'), join(place, 'reproduce.mjs'))
afterAll(() => rmSync(place, { recursive: true }))
const { scores, labelOf } = (await import(join(place, 'reproduce.mjs'))) as Script

const labels = ['accuracy', 'balanced-accuracy', 'f1-macro']
const numbers = ['rmse', 'mae', 'r2']

const twoColumns = <Value>(value: fc.Arbitrary<Value>) => fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 40 })
const label = fc.constantFrom('a', 'b', 'no', '1', '1.0', '2', '10', '-3.5', 'ü')
const number = fc.integer({ min: -1e6, max: 1e6 }).map((whole) => whole / 997)
const caseOf = (names: readonly string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<Case> =>
  fc.tuple(fc.constantFrom(...names), twoColumns(value)).map(([name, rows]) => ({
    name,
    truth: rows.map(([truth]) => truth),
    predicted: rows.map(([, predicted]) => predicted),
  }))
const cases = fc.sample(fc.oneof(caseOf(labels, label), caseOf(numbers, number)), { numRuns: 600, seed: 7 })

/** All cases through one Python, which is slow to start; `body` makes `answer` of `case`. */
const inPython = (python: string, head: string, body: string, given: readonly Case[]): number[] => {
  const code = `import json, sys\n${head}\nanswers = []\nfor case in json.load(sys.stdin):\n    ${body}\n    answers.append(answer)\nprint(json.dumps(answers))`
  return JSON.parse(execFileSync(python, ['-c', code], { input: JSON.stringify(given), maxBuffer: 2 ** 26 }).toString()) as number[]
}

const mine = ({ name, truth, predicted }: Case): number => scores[name]?.(truth, predicted) ?? Number.NaN

const venv = join(cacheFolder(process.env), 'python', 'bin', 'python')
const python = process.env.GAL_PYTHON ?? (existsSync(venv) ? venv : 'python3')
const learned = spawnSync(python, ['-c', 'import sklearn']).status === 0

describe('the scores of an archive', () => {
  test.each([
    ['accuracy', ['a', 'b', 'a', 'a'], ['a', 'b', 'b', 'b'], 0.5],
    ['balanced-accuracy', ['a', 'b', 'a', 'a', 'a'], ['a', 'b', 'b', 'b', 'b'], 0.625],
    ['f1-macro', ['a', 'b'], ['a', 'c'], 1 / 3],
    ['rmse', [1, 2], [1, 4], Math.SQRT2],
    ['mae', [1, 2], [2, 4], 1.5],
    ['r2', [1, 2, 3], [1, 2, 4], 0.5],
  ] as const)('%s of %j and %j', (name, truth, predicted, value) => {
    expect(scores[name]?.(truth, predicted)).toBeCloseTo(value, 12)
  })

  test('have no R² where all true values are the same', () => {
    expect(scores.r2?.([2, 2], [2, 3])).toBeNaN()
  })

  test('are those that the lab computes, to the last digit', () => {
    const ofLab = new Map<string, Score>(labScores.map(({ name, compute }) => [name, compute as unknown as Score]))
    expect([...ofLab.keys()].sort()).toEqual(Object.keys(scores).sort())
    for (const given of cases) expect(mine(given), JSON.stringify(given)).toBe(ofLab.get(given.name)?.(given.truth, given.predicted))
  })

  const head = `sys.path.insert(0, ${JSON.stringify(scriptsFolder)})\nsys.dont_write_bytecode = True\nimport reproduce`

  test('are the same to the last digit in Python', () => {
    const body = "answer = reproduce.scores[case['name']](case['truth'], case['predicted']); answer = None if answer != answer else answer"
    const answers = inPython('python3', head, body, cases)
    for (const [place, given] of cases.entries()) expect(mine(given), JSON.stringify(given)).toBe(answers[place] ?? Number.NaN)
  })

  test('tell labels apart as the lab does, in both languages', () => {
    const value = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.integer(),
      fc.constantFrom('1', '1.0', ' 2 ', '-0', '1e3', '', 'True', ' FALSE', 'x1'),
    )
    const types = ['number', 'text', 'boolean'] as const
    const pairs = fc.sample(fc.tuple(value, fc.constantFrom(...types)), { numRuns: 500, seed: 7 })
    const given = pairs.map(([truth, type]) => ({ name: type, truth: [truth], predicted: [] }))
    const answers = inPython('python3', head, "answer = reproduce.label_of(case['truth'][0], case['name'])", given)
    for (const [place, [said, type]] of pairs.entries()) {
      expect(labelOf(said, type), JSON.stringify([said, type])).toBe(labLabelOf(said, type))
      expect(labelOf(said, type), JSON.stringify([said, type])).toBe(answers[place])
    }
  })

  test.skipIf(!learned)('are those of scikit-learn (needs Python with scikit-learn: npx gal setup python)', () => {
    const other = `import warnings
warnings.simplefilter('ignore')
from sklearn import metrics as m
by = {
  'accuracy': m.accuracy_score, 'balanced-accuracy': m.balanced_accuracy_score,
  'f1-macro': lambda a, b: m.f1_score(a, b, average='macro'),
  'rmse': lambda a, b: m.mean_squared_error(a, b) ** 0.5, 'mae': m.mean_absolute_error, 'r2': m.r2_score,
}`
    // scikit-learn gives R² a value also where all true values are the same.
    const comparable = cases.filter(({ name, truth }) => name !== 'r2' || new Set(truth).size > 1)
    const answers = inPython(python, other, "answer = by[case['name']](case['truth'], case['predicted'])", comparable)
    for (const [place, given] of comparable.entries()) {
      const answer = answers[place] ?? Number.NaN
      expect(Math.abs(mine(given) - answer), JSON.stringify(given)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(answer)))
    }
  })
})
