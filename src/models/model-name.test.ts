import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GalError } from '../core/error.ts'
import { agentLaboratoryModels, parseModelName } from './model-name.ts'

const refusalOf = (spec: string): GalError => {
  try {
    parseModelName(spec)
  } catch (error) {
    return error as GalError
  }
  throw new Error(`${spec} was taken`)
}

describe('parseModelName', () => {
  test.each([
    ['ollama:qwen3:8b', 'ollama', 'qwen3:8b'],
    ['ollama', 'ollama', ''],
    ['openai:org/model', 'openai', 'org/model'],
    ['auto', 'auto', ''],
    ['rehearsal', 'rehearsal', ''],
    ['gpt-4o-mini', 'openai', 'gpt-4o-mini'],
    ['o1', 'openai', 'o1'],
    ['deepseek-chat', 'deepseek', 'deepseek-chat'],
    ['claude-3-5-sonnet', 'anthropic', 'claude-3-5-sonnet-latest'],
    ['azure:my deployment', 'azure', 'my deployment'],
    ['lm-studio:qwen3-8b', 'lm-studio', 'qwen3-8b'],
  ])('reads %s', (spec, provider, name) => {
    expect(parseModelName(spec)).toEqual({ provider, name })
  })

  test.each([
    ['olama:qwen3:8b', 'ollama:qwen3:8b'],
    ['opnai:gpt-5', 'openai:gpt-5'],
    ['rehersal', 'rehearsal'],
    ['qwen3:8b', 'ollama:qwen3:8b'],
    ['gpt-9', 'openai:gpt-9'],
  ])('refuses %s and proposes %s', (spec, proposal) => {
    expect(refusalOf(spec)).toMatchObject({ code: 'unknown-model', status: 2, hint: expect.stringContaining(`did you mean ${proposal}?`) })
  })

  test("every name of AgentLaboratory's is one of a provider's models", () => {
    for (const spec of Object.keys(agentLaboratoryModels)) expect(parseModelName(spec).name).not.toBe('')
  })

  test.each([
    ['gpt-4o-mni', 'gpt-4o-mini'],
    ['claude-3-5-sonet', 'claude-3-5-sonnet'],
    ['deepseek-chatt', 'deepseek-chat'],
  ])("of AgentLaboratory's names, the one nearest to %s is said to be %s", (spec, near) => {
    expect(refusalOf(spec).hint).toContain(`of AgentLaboratory's names, ${near} is nearest`)
  })

  test.each(['constructor', 'toString'])('%s is no name', (spec) => {
    expect(refusalOf(spec).code).toBe('unknown-model')
  })

  test.each(['openai', 'openai:', 'rehearsal:x', 'auto:x'])('refuses %s for its name', (spec) => {
    expect(refusalOf(spec).code).toBe('unknown-model')
  })

  test('takes a name for what stands after the first colon, and refuses everything else with a hint in one line', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), (name) => parseModelName(`ollama:${name}`).name === name))
    fc.assert(fc.property(fc.stringMatching(/^[p-z]{1,20}$/), (spec) => !/\n/.test(refusalOf(spec).hint ?? '\n')))
  })
})
