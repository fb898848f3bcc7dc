import { describe, expect, test } from 'vitest'
import { analyse } from '../analyse.ts'
import { designFor } from '../design.ts'
import { renderDataset, renderInspection, renderProgram } from '../render.ts'
import { measure, runFiles } from '../testing/run-program.ts'
import { studies } from './index.ts'

describe.each(studies)('the $name study', (study) => {
  const settings = designFor(study, { seed: 7, attempt: 1 })
  const dataset = renderDataset(study, settings)

  test('measures every arm in every repetition, and the same to the digit when run again', async () => {
    const [once, again] = await Promise.all([measure(study, settings), measure(study, settings)])
    expect(again).toEqual(once)
    const { arms, others, curve } = analyse(study, settings, once)
    for (const { missing } of [...arms, ...others.flatMap((other) => other.arms)]) expect(missing).toEqual([])
    for (const { points } of curve.lines) expect(points.length).toBeGreaterThan(2)
    const known = [study.primary.name, study.curve.name, ...study.others.map(({ name }) => name)]
    expect(new Set(once.map(({ name }) => name))).toEqual(new Set(known))
  })

  test('reports other numbers under another seed of the run, of at most six digits', async () => {
    const values = async (seed: number) => (await measure(study, designFor(study, { seed, attempt: 1 }))).map(({ value }) => value)
    const [one, other] = await Promise.all([values(1), values(2)])
    expect(other).not.toEqual(one)
    for (const value of one) expect(Number(value.toPrecision(6))).toBe(value)
  })

  test('has a defect that ends the program with an error, not with results', async () => {
    const { code, stderr, metrics } = await runFiles({ 'main.mjs': renderProgram(study, settings, 'defective'), 'dataset.mjs': dataset })
    expect(code).toBe(1)
    expect(stderr).toMatch(/(Reference|Type)Error/)
    expect(metrics.filter(({ name }) => name === study.primary.name)).toEqual([])
  })

  test('lets its data be looked at, and runs the data set by itself', async () => {
    const looked = await runFiles({ 'main.mjs': renderInspection(study, settings) })
    expect([looked.code, looked.stderr]).toEqual([0, ''])
    expect(looked.metrics.length).toBeGreaterThan(1)
    expect(looked.metrics.every(({ split }) => split === 'data')).toBe(true)
    expect(await runFiles({ 'main.mjs': dataset })).toEqual({ code: 0, stderr: '', metrics: [] })
  })
})
