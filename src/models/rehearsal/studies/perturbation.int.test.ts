import { describe, expect, test } from 'vitest'
import { analyse } from '../analyse.ts'
import { designFor } from '../design.ts'
import { measure } from '../testing/run-program.ts'
import { interpretationText, sectionText } from '../wording.ts'
import { studyNamed } from './index.ts'
import { parseSettings, type StudyName } from './study.ts'

/** What the study says of its hypothesis when the data are made with these settings. */
const findings = async (name: StudyName, change: Readonly<Record<string, unknown>>) => {
  const study = studyNamed(name)
  const settings = study && parseSettings(study, { ...designFor(study, { seed: 5, attempt: 2 }), ...change })
  if (!study || !settings) throw new Error(`${name} cannot be set to ${JSON.stringify(change)}`)
  const analysis = analyse(study, settings, await measure(study, settings))
  const facts = { study, settings, analysis, attempt: 2, nearest: false, topic: name, papers: [] }
  const [first] = analysis.comparisons
  return {
    direction: first?.direction,
    p: first?.pAdjusted,
    abstract: sectionText('abstract', facts),
    interpretation: interpretationText(facts),
  }
}

const turning: [StudyName, Record<string, unknown>, Record<string, unknown>][] = [
  ['label-smoothing', {}, { labelNoise: 0, separation: 8 }],
  ['step-size', {}, { condition: 3 }],
  ['step-size', {}, { gradientNoise: 0.3 }],
  ['regularisation', {}, { features: 10, informative: 5, signalScale: 0.1 }],
  ['neighbours', {}, { labelNoise: 0, fields: 6 }],
  ['variance-reduction', { methods: ['plain', 'antithetic'] }, { methods: ['plain', 'antithetic'], curvature: 0.9 }],
]

describe('data on which the effect turns round', () => {
  test.each(turning)('%s: %o is better, %o is worse, and the words say so', async (name, as, changed) => {
    const [good, bad] = await Promise.all([findings(name, as), findings(name, changed)])
    expect([good.direction, bad.direction]).toEqual(['better', 'worse'])
    expect(good.p).not.toBe(bad.p)
    for (const text of [good.abstract, good.interpretation]) expect(text).toContain('The results support the hypothesis')
    for (const text of [bad.abstract, bad.interpretation]) expect(text).toContain('The results contradict the hypothesis')
  })
})

const nothing: [StudyName, Record<string, unknown>][] = [
  ['label-smoothing', { smoothing: [0, 0.000001] }],
  ['step-size', { gradientNoise: 0.01 }],
  ['regularisation', { effect: 0 }],
  ['neighbours', { labelNoise: 0.5 }],
  ['variance-reduction', { curvature: 0.5, correlation: 0, methods: ['plain', 'antithetic'] }],
]

describe('data without an effect to find', () => {
  test.each(nothing)('%s with %o: no clear difference, and the words claim none', async (name, change) => {
    const { direction, p, abstract, interpretation } = await findings(name, change)
    expect(direction).toBe('no clear difference')
    expect(p).toBeGreaterThanOrEqual(0.05)
    for (const text of [abstract, interpretation]) {
      expect(text).toContain('there is no clear difference')
      expect(text).toContain('is neither supported nor contradicted')
      expect(text).not.toMatch(/results (support|contradict)/)
    }
  })
})
