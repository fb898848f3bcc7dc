import { expect, test } from 'vitest'
import { chooseOllamaModel } from './auto.ts'
import type { OllamaModel } from './ollama-server.ts'

const model = (name: string, bytes: number, more: Partial<OllamaModel> = {}): OllamaModel => ({
  name,
  bytes,
  modified: '',
  family: 'llama',
  remote: false,
  ...more,
})

test.each<[string, OllamaModel[], string | undefined, string | undefined]>([
  ['the wanted one, whatever else there is', [model('big:70b', 70), model('small:latest', 1)], 'small', 'small:latest'],
  ['the largest when the wanted one is missing', [model('a:1b', 1), model('b:8b', 8)], 'c', 'b:8b'],
  ['the newer of two equals', [model('a', 1, { modified: '2025-01-01' }), model('b', 1, { modified: '2026-01-01' })], undefined, 'b'],
  ['one that follows instructions before a larger base', [model('a:8b-base', 8), model('b:1b-instruct', 1)], undefined, 'b:1b-instruct'],
  ['a base when there is nothing else', [model('a:8b-base', 8)], undefined, 'a:8b-base'],
  [
    'none that only embeds',
    [model('nomic-embed-text', 9), model('x', 9, { family: 'nomic-bert' }), model('bge-m3', 9)],
    undefined,
    undefined,
  ],
  ['none that runs elsewhere', [model('gpt-oss:120b-cloud', 0, { remote: true })], undefined, undefined],
])('takes %s', (_title, models, wanted, chosen) => {
  expect(chooseOllamaModel(models, wanted)?.name).toBe(chosen)
})
