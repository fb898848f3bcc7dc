import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnswer } from './answer.ts'

const response = (data: object) => JSON.stringify({ type: 'execution_response', data })

test('a start is not an end', () => {
  expect(readAnswer(response({ success: true, message: 'Iniciando', status: 'started' }))).toEqual({ kind: 'none' })
})

test('results come with their actions, or as none', () => {
  const results = [{ function_name: 'search_papers', result: ['a'] }]
  expect(readAnswer(response({ success: true, results, status: 'completed' }))).toEqual({ kind: 'completed', results })
  expect(readAnswer(response({ success: true, results: [], status: 'completed' }))).toEqual({ kind: 'completed', results: [] })
})

test('both kinds of error carry their words', () => {
  expect(readAnswer(response({ success: false, error: 'no such agent', status: 'completed' }))).toEqual({
    kind: 'failed',
    why: 'no such agent',
  })
  expect(readAnswer('{"type":"error","data":{"message":"no JSON"}}')).toEqual({ kind: 'failed', why: 'no JSON' })
})

test('whatever comes is read without an error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(['none', 'completed', 'failed', 'unreadable']).toContain(readAnswer(text).kind)
    }),
  )
})
