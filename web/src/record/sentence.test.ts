import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { events, type LabEvent } from '../../../src/core/events/index.ts'
import { everyKind } from '../../../src/core/viewer/testing/every-kind.ts'
import { sentenceWords } from './sentence/words.ts'
import { partsOf, sentenceOf } from './sentence.ts'

const languages = ['en', 'es', 'fr'] as const
const said = (event: object, language: (typeof languages)[number] = 'en') =>
  sentenceOf({ event: event as LabEvent }, sentenceWords[language])
const types = Object.keys(events)

describe.each(languages)('in %s', (language) => {
  test.each(everyKind.map((event) => [event.type, event] as const))('%s has a sentence on one line, every slot filled', (type, event) => {
    const sentence = said(event, language)
    expect(sentence).not.toBe(type)
    expect(sentence).toMatch(/\S/)
    expect(sentence).not.toMatch(/[{}\n]|undefined|NaN|\[object/)
  })

  test('a sentence has the same slots as in English', () => {
    const slots = (text: unknown) => (typeof text === 'string' ? [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort() : [])
    const words: Readonly<Record<string, unknown>> = sentenceWords[language]
    for (const [key, text] of Object.entries(sentenceWords.en)) expect([key, slots(words[key])]).toEqual([key, slots(text)])
  })
})

test('every type of the log has a sentence of its own', () => {
  expect(types.filter((type) => said({ type, text: 'x' }) === type)).toEqual([])
})

test('a judgement says what a program was held against, and that the first one was held against nothing', () => {
  const judge = { type: 'program-judge', program: 'b', best: 'a', accepted: true, p: 0.0041, pairs: 5 }
  expect(said(judge)).toBe('b is better than a and the best from here on: p = 0.004, 5 pairs of seeds')
  expect(said({ ...judge, accepted: false })).toBe('b is not shown to be better than a: p = 0.004, 5 pairs of seeds')
  expect(said({ type: 'program-judge', program: 'b', accepted: true, pairs: 0 })).toBe('b is the first best program')
})

test('a program whose numbers are doubted says why', () => {
  const flags = [{ kind: 'too-good', why: 'w' }, { kind: 'of-the-future' }]
  expect(said({ type: 'program-end', seconds: 2, metrics: [{ name: 'acc' }], flags })).toBe(
    'ran in 2 s and measured acc; doubtful: too good to be true, of-the-future',
  )
})

test('a type that is new to this viewer is told by its name', () => {
  expect(said({ type: 'dream-tell', text: 'x' })).toBe('dream-tell')
  expect(said({ type: 'toString' })).toBe('toString')
})

test('a text that was cut is told by how it begins', () => {
  const cut = { chars: 9000, head: 'A plan that is long' }
  expect(said({ type: 'plan-accept', turn: 't', text: cut })).toBe('settled the plan: A plan that is long…')
  expect(said({ type: 'section-write', turn: 't', section: 'abstract', text: cut })).toContain('9,000 characters')
})

test('a list that was cut is counted whole', () => {
  const papers = { entries: 300, head: [] }
  expect(said({ type: 'search-end', query: 'q', status: 'ok', papers })).toBe('searched for papers on q: 300 found')
})

test('a reply is told without its JSON, and its words are said by the model', () => {
  const text = '{"command":"dialogue","text":"Two reviewers say the same."}'
  expect(partsOf({ event: { type: 'turn-reply', text } as never }, sentenceWords.en)).toEqual([
    { text: 'Two reviewers say the same.', voice: 'said' },
  ])
})

test('no event whatever makes it fail, and every sentence is one line', () => {
  const anything = fc.record({ type: fc.constantFrom(...types, 'other') }, { requiredKeys: ['type'] })
  const fields = [
    'text',
    'told',
    'outcome',
    'papers',
    'fault',
    'form',
    'metrics',
    'why',
    'by',
    'options',
    'score',
    'command',
    'next',
    'ask',
  ]
  const extra = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue())
  fc.assert(
    fc.property(anything, extra, fc.constantFrom(...languages), (event, more, language) => {
      const sentence = said({ ...more, ...event }, language)
      expect(sentence.length).toBeGreaterThan(0)
      expect(sentence).not.toMatch(/\n/)
    }),
    { numRuns: 500 },
  )
})
