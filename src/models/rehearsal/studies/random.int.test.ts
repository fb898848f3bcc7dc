import { expect, test } from 'vitest'
import { randomTemplate } from '../templates.ts'
import { runFiles } from '../testing/run-program.ts'

/** Runs lines after the shared beginning of every data set, and gives what they report by name. */
const report = async (lines: string): Promise<Record<string, number>> => {
  const { code, stderr, metrics } = await runFiles({ 'main.mjs': `import { metric } from './lab.mjs'\n${randomTemplate()}\n${lines}` })
  expect([code, stderr]).toEqual([0, ''])
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}

test('exp and log agree with those of the engine to thirteen digits, over their whole range', async () => {
  const { worstExp, worstLog, back } = await report(`
    let [worstExp, worstLog, back] = [0, 0, 0]
    for (let x = -690; x < 690; x += 0.37) worstExp = Math.max(worstExp, Math.abs(exp(x) / Math.exp(x) - 1))
    for (let x = 1e-300; x < 1e300; x *= 3.7) worstLog = Math.max(worstLog, Math.abs(log(x) - Math.log(x)) / Math.max(1, Math.abs(Math.log(x))))
    for (let x = -5; x < 5; x += 0.01) back = Math.max(back, Math.abs(log(exp(x)) - x))
    metric('worstExp', worstExp); metric('worstLog', worstLog); metric('back', back)
    metric('edges', exp(-800) === 0 && exp(800) === Infinity && exp(0) === 1 && log(1) === 0 ? 1 : 0)`)
  expect(worstExp).toBeLessThan(2e-13)
  expect(worstLog).toBeLessThan(1e-13)
  expect(back).toBeLessThan(1e-13)
})

test('normal numbers have mean 0, variance 1 and kurtosis 3, and another seed gives others', async () => {
  const { mean, variance, kurtosis, shared } = await report(`
    const draw = (seed) => { const normal = normals(uniforms(seed)); return Array.from({ length: 200000 }, () => normal()) }
    const values = draw(1)
    const moment = (power) => values.reduce((sum, value) => sum + value ** power, 0) / values.length
    const others = new Set(draw(2))
    metric('mean', moment(1)); metric('variance', moment(2)); metric('kurtosis', moment(4)); metric('shared', values.filter((value) => others.has(value)).length)`)
  expect(Math.abs(mean ?? 1)).toBeLessThan(0.01)
  expect(variance).toBeCloseTo(1, 1)
  expect(kurtosis).toBeCloseTo(3, 0)
  expect(shared).toBeLessThan(10)
})
