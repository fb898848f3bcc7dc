import { describe, expect, test } from 'vitest'
import { doingOf } from './doing.ts'
import { labWords } from './words.ts'

describe('what somebody is at', () => {
  test.each([
    ['improve:running-experiments.1.1.0', 'running-experiments.1.3.0', 'improving 1.1.0'],
    ['score:running-experiments.1.1.0', 'running-experiments.1.2.0', 'judging program 1.1.0'],
    ['score', 'report-writing.1.19.0', 'judging the draft'],
    ['section:related-work', 'report-writing.1.9.0', 'writing the related work'],
    ['section:of-tomorrow', 'report-writing.1.9.0', 'writing of-tomorrow'],
    ['next', 'literature-review.1.0.0', 'reading the literature'],
    ['constructor', 'plan-formulation.1.0.0', 'talking about the plan'],
    ['something', 'elsewhere', 'something'],
  ])('%s in %s is told as: %s', (ask, turn, told) => {
    expect(doingOf({ ask, turn }, labWords.en)).toBe(told)
  })

  test('every language says something for every ask', () => {
    for (const words of Object.values(labWords)) expect(doingOf({ ask: 'adopt:methods', turn: 'x' }, words)).not.toBe('')
  })
})
