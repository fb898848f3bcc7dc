import { describe, expect, test } from 'vitest'
import { designFor } from './design.ts'
import { studies } from './studies/index.ts'
import { parseSettings } from './studies/study.ts'

describe.each(studies)('the design of the $name study', (study) => {
  const pilot = designFor(study, { seed: 1, attempt: 1 })
  const further = designFor(study, { seed: 1, attempt: 2 })

  test('is valid in every attempt', () => {
    for (const attempt of [1, 2, 3]) expect(parseSettings(study, designFor(study, { seed: 9, attempt }))).toBeDefined()
  })

  test('starts with a pilot of five repetitions and answers the reviewers with twelve and one more arm', () => {
    expect([pilot.seeds.length, further.seeds.length]).toEqual([5, 12])
    expect(study.arms(further).slice(0, -1)).toEqual(study.arms(pilot))
  })

  test('uses fresh seeds in each attempt and in each run, and the same ones when repeated', () => {
    const all = [pilot, further, designFor(study, { seed: 1, attempt: 3 }), designFor(study, { seed: 2, attempt: 1 })].flatMap(
      ({ seeds }) => seeds,
    )
    expect(new Set(all).size).toBe(all.length)
    expect(designFor(study, { seed: 1, attempt: 1 })).toEqual(pilot)
  })
})
