import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readServedModels } from './served-models.ts'

test.each([
  ['OpenAI', { object: 'list', data: [{ id: 'gpt-4o', object: 'model' }] }, { name: 'gpt-4o' }],
  ['vLLM', { data: [{ id: 'q', max_model_len: 4096 }] }, { name: 'q', context: 4096 }],
  ['llama.cpp', { data: [{ id: 'q', meta: { n_ctx_train: 2048 } }] }, { name: 'q', context: 2048 }],
  ['Groq', { data: [{ id: 'q', context_window: 131_072 }] }, { name: 'q', context: 131_072 }],
  [
    'Mistral',
    { data: [{ id: 'q', max_context_length: 32_768, capabilities: { function_calling: true } }] },
    { name: 'q', context: 32_768, tools: true },
  ],
  [
    'OpenRouter',
    { data: [{ id: 'a/b', context_length: 8192, supported_parameters: ['tools', 'structured_outputs'] }] },
    { name: 'a/b', context: 8192, tools: true, structured: true, thinking: false },
  ],
  [
    'Google',
    { models: [{ name: 'models/gemini-x', inputTokenLimit: 1_048_576, thinking: true }] },
    { name: 'gemini-x', context: 1_048_576, thinking: true },
  ],
])('the list of %s is read with all that it says', (_whose, value, model) => {
  expect(readServedModels(value)).toEqual([model])
})

test('fields of another kind are left out, models without a name too, and what is no list is nothing', () => {
  expect(readServedModels({ data: [{ id: 'q', context_length: 'long', capabilities: 'many' }, { object: 'model' }] })).toEqual([
    { name: 'q' },
  ])
  for (const value of [undefined, 'x', [], {}, { data: 'x' }]) expect(readServedModels(value)).toBeUndefined()
})

test('whatever comes, reading it throws nothing', () => {
  fc.assert(fc.property(fc.anything(), (value) => void readServedModels({ data: [value] })))
})
