import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProgramRun } from '../../../core/state.ts'
import { designFor } from '../design.ts'
import { renderDataset, renderProgram } from '../render.ts'
import { studies } from '../studies/index.ts'
import { isRehearsalProgram } from '../trust.ts'
import { draftSettings, improvedSettings, settingsOf, stepsFrom, type Work } from './programs.ts'

const anyWork: fc.Arbitrary<Work> = fc.record({
  study: fc.constantFrom(...studies),
  seed: fc.nat(),
  attempt: fc.integer({ min: 1, max: 3 }),
})
const seats = fc.array(fc.nat({ max: 3 }), { maxLength: 8 })

test('however long it is improved, a program is valid, is known as our own, and uses the data that were handed in', () => {
  fc.assert(
    fc.property(anyWork, seats, (work, chosen) => {
      const { study } = work
      const settings = chosen.reduce((from, seat) => improvedSettings(work, from, seat), draftSettings(work))
      const files = { 'main.mjs': renderProgram(study, settings, 'sound'), 'dataset.mjs': renderDataset(study, designFor(study, work)) }
      expect(study.settings.safeParse(settings).success).toBe(true)
      expect(isRehearsalProgram({ language: 'javascript', files })).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('the first steps from a draft lead to the plan, and no two of them are the same', () => {
  fc.assert(
    fc.property(anyWork, (work) => {
      const { study } = work
      const planned = designFor(study, work)
      const steps = stepsFrom(work, draftSettings(work))
      expect(new Set(steps.map((step) => JSON.stringify(step))).size).toBe(steps.length)
      const arms = improvedSettings(work, draftSettings(work), 0)
      const whole = arms.seeds.length < planned.seeds.length ? improvedSettings(work, arms, 0) : arms
      expect([study.arms(whole), whole.seeds]).toEqual([study.arms(planned), planned.seeds])
    }),
    { numRuns: 30 },
  )
})

test('what a stored program sets follows from what it grew out of', () => {
  const [study] = studies
  if (!study) throw new Error('no study')
  const work = { study, seed: 3, attempt: 1 }
  const made = (id: string, operator: ProgramRun['operator'], parent?: string): ProgramRun => ({
    ...{
      id,
      turn: id,
      role: 'ml-engineer',
      operator,
      language: 'javascript',
      code: '',
      status: 'ok',
      output: '',
      metrics: [],
      files: [],
      sandbox: 'limits',
    },
    ...(parent === undefined ? {} : { parent }),
  })
  const list = [
    made('e.1.0.0', 'draft'),
    made('e.1.1.0', 'repair', 'e.1.0.0'),
    made('e.1.3.1', 'improve', 'e.1.1.0'),
    made('e.1.9.0', 'final', 'e.1.3.1'),
  ]
  const programs = Object.fromEntries(list.map((program) => [program.id, program]))
  const [draft, repair, improved, final] = list.map((program) => settingsOf(work, programs, program))
  expect(repair).toEqual(draft)
  expect(improved).toEqual(improvedSettings(work, draftSettings(work), 1))
  expect(final).toEqual(improved)
})
