import { describe, expect, test } from 'vitest'
import type { Metric } from '../../core/metric.ts'
import { sectionNames } from '../../core/names.ts'
import { analyse } from './analyse.ts'
import { designFor } from './design.ts'
import { numeral } from './format.ts'
import { studies } from './studies/index.ts'
import type { AnyStudy } from './studies/study.ts'
import { interpretationText, planText, sectionText } from './wording.ts'

const papers = [
  {
    id: 'arxiv:1906.02629',
    title: 'When Does It Help?',
    note: 'It helps with noise',
    authors: ['A. One', 'B. Two', 'C. Three'],
    year: 2019,
  },
  { id: 'folder:notes.md', title: 'Notes [@forged]', note: 'It may\n\nharm [@also-forged].', authors: [] },
]

/** Measurements of the primary measure in which each arm differs from the one before by about `gap`. */
const measured = (study: AnyStudy, gap: number): Metric[] => {
  const settings = designFor(study, { seed: 1, attempt: 1 })
  const wobble = [0.3, -0.1, 0.2, -0.35, 0.05]
  return study.arms(settings).flatMap((arm, place) =>
    settings.seeds.map((seed, turn) => ({
      name: study.primary.name,
      arm,
      seed,
      value: 40 + turn + place * (gap + (wobble[(turn + place) % 5] ?? 0)),
    })),
  )
}

const factsOf = (study: AnyStudy, metrics: readonly Metric[], more: { nearest?: boolean; topic?: string } = {}) => {
  const settings = designFor(study, { seed: 1, attempt: 1 })
  return { study, settings, analysis: analyse(study, settings, metrics), attempt: 1, nearest: false, topic: 'A topic', papers, ...more }
}
const wholeReport = (facts: ReturnType<typeof factsOf>) => sectionNames.map((name) => sectionText(name, facts)).join('\n\n')

describe.each(studies)('of the $name study', (study) => {
  const up = study.primary.better === 'higher' ? 1 : -1
  const facts = factsOf(study, measured(study, up * 5))

  test('every section says something, without gaps or broken slots', () => {
    for (const name of sectionNames) {
      const text = sectionText(name, facts)
      expect(text.length).toBeGreaterThan(100)
      expect(text).not.toMatch(/undefined|NaN|Infinity|\[object|\{\{| {2}|\.\.|\$\{/)
    }
  })

  test('an effect in the expected direction supports the hypothesis, the opposite contradicts it, and noise does neither', () => {
    expect(sectionText('discussion', facts)).toContain('The results support the hypothesis')
    expect(sectionText('discussion', factsOf(study, measured(study, -up * 5)))).toContain('The results contradict the hypothesis')
    expect(sectionText('discussion', factsOf(study, measured(study, 0)))).toContain('neither supported nor contradicted')
  })

  test('arms with the same values are called identical and get no p-value', () => {
    const flat = measured(study, 5).map((metric) => ({ ...metric, value: 50 }))
    const text = sectionText('results', factsOf(study, flat))
    expect(text).toContain('identical in every repetition (5)')
    expect(text).toContain('could not be told apart')
    expect(text).not.toMatch(/adjusted p|gives p/)
  })

  test('a difference that is the same in every repetition is told with its direction and without a p-value', () => {
    const same = measured(study, 0).map((metric) => ({ ...metric, value: metric.arm === facts.analysis.baseline ? 50 : 50 + up }))
    const text = sectionText('results', factsOf(study, same))
    expect(text).toContain('by the same amount in every repetition (5)')
    expect(text).toContain('The results support the hypothesis')
    expect(text).not.toMatch(/adjusted p|gives p/)
  })

  test('an arm that reported nothing is named as missing, and nothing is said of its values', () => {
    const [, second = ''] = study.arms(facts.settings)
    const text = wholeReport(
      factsOf(
        study,
        measured(study, 5).filter(({ arm }) => arm !== second),
      ),
    )
    expect(text).toContain(`reported by 0 of 5 repetitions`)
    expect(text).toContain('no repetition reported both')
    expect(text).toContain('could not be tested')
  })

  test('a program without any result gives a report that says so', () => {
    expect(sectionText('results', factsOf(study, []))).toContain('there are no results')
  })

  test('only papers of the review are cited, each in related work with its own note', () => {
    const text = wholeReport(facts) + planText(study, facts.settings, facts)
    const cited = new Set([...text.matchAll(/\[@([^\]]+)\]/g)].map(([, id]) => id))
    expect(cited).toEqual(new Set(papers.map(({ id }) => id)))
    expect(sectionText('related-work', facts)).toContain('by A. One et al. (2019) [@arxiv:1906.02629]. It helps with noise.')
    expect(sectionText('related-work', { ...facts, papers: [] })).toContain('holds no paper')
  })

  test('a topic that it is only near to is said in plan, abstract, introduction, discussion and interpretation', () => {
    const near = factsOf(study, measured(study, 5), { nearest: true, topic: 'Do bees\ndance?' })
    const texts = [
      planText(study, near.settings, near),
      interpretationText(near),
      ...(['abstract', 'introduction', 'discussion'] as const).map((name) => sectionText(name, near)),
    ]
    for (const text of texts)
      expect(text).toContain(
        `This is a study of ${study.words.en(near.settings).subject}, run instead of one of the topic given, “Do bees dance?”.`,
      )
    expect(wholeReport(facts)).not.toContain('run instead of')
  })

  test('losses are told apart from gains, and an arm that is far from all others is named with its mean', () => {
    const [, , third = ''] = study.arms(facts.settings)
    const apart = measured(study, up * 5).map((metric) => (metric.arm === third ? { ...metric, value: metric.value - up * 900 } : metric))
    const text = sectionText('discussion', factsOf(study, apart))
    expect(text).toContain('Of 2 arms beside the baseline, 1 is clearly better and 1 is clearly worse.')
    expect(text).toContain(`The worst mean was that with ${study.words.en(facts.settings).arm(third)}: ${up > 0 ? '−' : '9'}`)
    expect(sectionText('discussion', facts)).not.toContain('The worst mean')
  })

  test('an arm that was better along the way than any is at the end is told of, and one that was not is not', () => {
    const [baseline = ''] = study.arms(facts.settings)
    const curve = (early: number): Metric[] =>
      study.arms(facts.settings).flatMap((arm) =>
        facts.settings.seeds.flatMap((seed) => [
          { name: study.curve.name, arm, seed, step: 10, value: arm === baseline ? early : 50 },
          { name: study.curve.name, arm, seed, step: 20, value: 60 },
        ]),
      )
    const told = (early: number) => sectionText('discussion', factsOf(study, [...measured(study, up * 5), ...curve(early)]))
    expect(told(60 + up * 25)).toContain('stopping earlier was not an arm')
    expect(told(60 - up * 25).includes('stopping earlier was not an arm')).toBe(up < 0)
  })

  test('the second attempt says how it answers the reviewers', () => {
    const settings = designFor(study, { seed: 1, attempt: 2 })
    const text = planText(study, settings, { ...facts, attempt: 2 })
    expect(text).toContain('12 repetitions on seeds that no earlier attempt used, and 4 arms where the pilot had 3')
  })

  test('each numeral of the results is a number of the analysis, a setting, or a fixed level', () => {
    const decimals = [undefined, 0, 1, 2, 3, 4]
    const spoken = (value: unknown): string[] => {
      if (typeof value === 'number')
        return decimals.flatMap((places) => [
          numeral(value, places),
          numeral(Math.abs(value), places),
          String(Number(value.toPrecision(3))),
        ])
      if (typeof value === 'string') return [...(value.match(/\d+(\.\d+)?/g) ?? [])]
      return typeof value === 'object' && value !== null ? Object.values(value).flatMap(spoken) : []
    }
    const levels = ['95', '0.001', '0.0625', '2', '32']
    const known = new Set([
      ...spoken(facts.analysis),
      ...spoken(facts.settings),
      ...study.arms(facts.settings).flatMap((arm) => spoken(Number(arm.split('=')[1]))),
      ...levels,
    ])
    const numerals = sectionText('results', facts).match(/\d+(\.\d+)?/g) ?? []
    expect(numerals.length).toBeGreaterThan(10)
    expect(numerals.filter((text) => !known.has(text))).toEqual([])
  })
})
