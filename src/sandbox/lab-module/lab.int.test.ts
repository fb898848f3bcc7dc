import { describe, expect, test } from 'vitest'
import { createLimits } from '../limits.ts'
import { createRunner, programOf, testTools } from '../sandbox.conformance.ts'
import type { Language } from '../sandbox.ts'

/** The same wish in both languages. */
const cases: [wish: string, javascript: string, python: string, problem: RegExp][] = [
  ['an infinite value', `metric('a', Infinity)`, 'metric("a", float("inf"))', /the value of a must be a finite number, and is inf/i],
  ['a value that is a text', `metric('a', '1')`, 'metric("a", "1")', /the value of a must be a finite number/],
  ['a value that is a truth', `metric('a', true)`, 'metric("a", True)', /the value of a must be a finite number, and is true/i],
  ['an empty name', `metric('', 1)`, 'metric("", 1)', /name must be a text of 1 to 80 characters/],
  ['a long arm', `metric('a', 1, { arm: 'x'.repeat(81) })`, 'metric("a", 1, arm="x" * 81)', /arm must be a text of 1 to 80 characters/],
  ['half a seed', `metric('a', 1, { seed: 0.5 })`, 'metric("a", 1, seed=0.5)', /seed must be a whole number, and is 0\.5/],
  ['an unknown option', `metric('a', 1, { sede: 1 })`, 'metric("a", 1, sede=1)', /sede/],
  ['a figure elsewhere', `figure('../a.svg')`, 'figure("../a.svg")', /must be a file name/],
]

describe.each(['javascript', 'python'] as const)('the helper in %s', (language: Language) => {
  const { run } = createRunner(createLimits({ ...testTools, trusts: () => true }))
  const head = {
    javascript: `import { figure, metric, progress } from './lab.mjs'\n`,
    python: 'from lab import figure, metric, progress\n',
  }

  test.each(cases)('raises at once for %s', async (_wish, javascript, python, problem) => {
    const result = await run(programOf(language, head[language] + { javascript, python }[language]))
    expect(result).toMatchObject({ exitCode: 1, metrics: [], output: expect.stringMatching(problem) })
  })

  test('takes every option, in any alphabet, and none', async () => {
    const code = {
      javascript: `metric('größe', -1e-300, { seed: 0, arm: 'α=0.1', split: 'test', unit: '%', step: 2.5 })\nmetric('b', 3, { arm: undefined })`,
      python: 'metric("größe", -1e-300, seed=0, arm="α=0.1", split="test", unit="%", step=2.5)\nmetric("b", 3, arm=None)',
    }
    const { metrics, fault } = await run(programOf(language, head[language] + code[language]))
    expect([fault, metrics]).toEqual([
      undefined,
      [
        { name: 'größe', value: -1e-300, seed: 0, arm: 'α=0.1', split: 'test', unit: '%', step: 2.5 },
        { name: 'b', value: 3 },
      ],
    ])
  })

  test('says progress, and keeps it between nothing and all', async () => {
    const { output } = await run(programOf(language, `${head[language]}progress(0.25, "a")\nprogress(7)`))
    expect(output).toBe('[25%] a\n[100%] \n')
  })
})
