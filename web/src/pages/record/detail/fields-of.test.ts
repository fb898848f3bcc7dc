import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyKind } from '../../../../../src/core/viewer/testing/every-kind.ts'
import { fieldsOf } from './fields-of.ts'

test('no field of an event is left out', () => {
  for (const event of everyKind) {
    const paths = fieldsOf(event).map(({ path }) => path.split('.')[0])
    const filled = Object.entries(event).filter(([, value]) => typeof value !== 'object' || value === null || Object.keys(value).length > 0)
    for (const [key] of filled) if (key !== 'type') expect([event.type, paths.includes(key)]).toEqual([event.type, true])
  }
})

test('a long text stands by itself, code as code, metrics as a table', () => {
  const code = {
    type: 'program-end',
    output: 'a\nb',
    metrics: [
      { name: 'acc', value: 0.5 },
      { name: 'acc', value: 1, seed: 2 },
    ],
  }
  expect(fieldsOf(code)).toEqual([
    { path: 'output', as: 'code', value: 'a\nb', chars: 3 },
    {
      path: 'metrics',
      as: 'table',
      columns: ['name', 'value', 'seed'],
      rows: [
        ['acc', '0.5', ''],
        ['acc', '1', '2'],
      ],
      count: 2,
    },
  ])
})

test('a reply is read as its command and its words', () => {
  expect(fieldsOf({ type: 'turn-reply', text: '{"command":"dialogue","text":"Yes.\\nNo."}' } as never)).toEqual([
    { path: 'command', as: 'fact', value: 'dialogue' },
    { path: 'text', as: 'text', value: 'Yes.\nNo.', chars: 8 },
  ])
})

test('any JSON can be read', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (event) => void fieldsOf({ ...event, type: 'x' })))
})
