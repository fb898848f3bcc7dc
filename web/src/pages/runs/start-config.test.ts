import { expect, test } from 'vitest'
import { configFrom, emptyForm, problemsIn } from './start-config.ts'

test('a field that is empty leaves config.yaml as it is', () => {
  expect(configFrom({ ...emptyForm, topic: 'Does it?' })).toEqual({})
})

test('fields become settings, nested as in config.yaml, minutes as seconds', () => {
  const form = {
    ...emptyForm,
    topic: 'Does it?',
    model: ' rehearsal ',
    minutes: '1,5',
    money: '2.00',
    calls: '1 000',
    seed: '0',
    language: 'pt-BR',
    ask: true,
  }
  expect(problemsIn(form).size).toBe(0)
  expect(configFrom(form)).toEqual({
    model: 'rehearsal',
    seed: 0,
    language: 'pt-BR',
    budget: { seconds: 90, money: 2, calls: 1000 },
    gates: { 'data-preparation': 'ask', 'report-writing': 'ask' },
  })
})

test('each field that cannot be used is named', () => {
  expect([...problemsIn({ ...emptyForm, topic: '  ' })]).toEqual(['topic'])
  const wrong = { ...emptyForm, topic: 'x', minutes: '0', money: 'two', calls: '1.5', seed: '-1', language: 'english please' }
  expect([...problemsIn(wrong)]).toEqual(['time', 'money', 'calls', 'seed', 'language'])
})
