import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ActionEffects } from '../../agents/actions/action.ts'
import { actionsNamed } from '../../agents/actions/index.ts'
import { parsePrompt } from '../../agents/prompt.ts'
import { GalError } from '../../core/error.ts'
import { type LabEvent, parseEvent } from '../../core/events/index.ts'
import { createFault } from '../../core/fault.ts'
import type { Message, Model } from '../../models/model.ts'
import { createScripted, type Script } from '../../models/scripted.ts'
import type { Agent } from './agent.ts'
import { execute } from './execute.ts'

const file = join(import.meta.dirname, '../../../prompts/agents/agent.md')
const prompt = parsePrompt(file, readFileSync(file, 'utf8'))

const agentWith = (...names: string[]): Agent => ({
  id: 'x',
  name: 'X',
  description: '',
  role: null,
  instructions: 'Look after {{things}}.',
  model: 'some:model',
  actions: actionsNamed(names),
})

const outside: ActionEffects = {
  searchPapers: async (query) => ({ status: 'unavailable', fault: createFault('unreachable', `nobody answers ${query}`) }),
  findPaper: async () => ({ status: 'ok', papers: [] }),
  fetchText: async () => ({ status: 'ok', text: '' }),
  searchDatasets: async () => ({ status: 'ok', datasets: [{ id: 'digits', description: 'small pictures' }] }),
  runs: () => [{ run: 'a', topic: 't', status: 'ended', phase: null }],
  run: (name) => {
    throw new GalError('unknown-run', `there is no run ${name}`)
  },
  runProgram: async (language, code) => ({
    exitCode: 0,
    signal: null,
    output: `${language}: ${code}`,
    metrics: [],
    files: [],
    seconds: 0,
    sandbox: 'none',
  }),
}

const executed = async (agent: Agent, script: Script, changes: Partial<ActionEffects> = {}) => {
  const stored: LabEvent[] = []
  const asked: (readonly Message[])[] = []
  const scripted = createScripted(script, { name: 'some:model' })
  const model: Model = {
    ...scripted,
    generate(request, ...rest) {
      asked.push(request.messages)
      return scripted.generate(request, ...rest)
    },
  }
  const end = await execute({
    agent,
    instructions: agent.instructions,
    prompt,
    temperature: 0,
    maxTokens: 512,
    id: 'e1',
    by: 'test',
    signal: new AbortController().signal,
    openModel: async () => model,
    effects: () => ({ ...outside, ...changes }),
    store: (event) => void stored.push(parseEvent(event)),
  }).catch((error: unknown) => ({ error }))
  return { end, stored, asked, types: stored.map(({ type }) => type) }
}

test('an agent chooses actions once; they are carried out in order, and one that fails does not end the cycle', async () => {
  const answer = JSON.stringify([
    { action: 'run_status', run: 'nothing' },
    { action: 'search_papers', query: 'calibration' },
    { action: 'list_runs' },
    { action: 'run_program', language: 'python', code: 'print(1)' },
  ])
  const { end, stored, asked } = await executed(agentWith('list_runs', 'run_status', 'search_papers', 'run_program'), [answer])
  expect(end).toEqual([
    { function_name: 'run_status', result: { error: 'there is no run nothing' } },
    { function_name: 'search_papers', result: { error: 'the search could not be done (unavailable): nobody answers calibration' } },
    { function_name: 'list_runs', result: { total: 1, runs: [{ run: 'a', topic: 't', status: 'ended', phase: null }] } },
    { function_name: 'run_program', result: { exit_code: 0, output: 'python: print(1)', metrics: [], seconds: 0, sandbox: 'none' } },
  ])
  expect(stored[0]).toEqual({ type: 'agent-start', id: 'e1', agent: 'x', by: 'test', model: 'some:model' })
  expect(
    stored
      .slice(1, -1)
      .map((event) => event.type === 'agent-act' && [event.place, event.function_name, JSON.parse(event.result as string)]),
  ).toEqual((end as { function_name: string; result: unknown }[]).map(({ function_name, result }, place) => [place, function_name, result]))
  expect(stored.at(-1)).toMatchObject({ type: 'agent-end', ok: true, count: 4, model: 'some:model' })
  expect(asked).toHaveLength(1)
  // The instructions are told as they are, and no slot is left open.
  expect(asked[0]?.[0]?.text).toMatch(/^Look after \{\{things\}\}\./)
  expect(asked[0]?.[0]?.text).toContain('**run_program**')
})

test('choosing nothing is a cycle too, and an agent without actions asks no model', async () => {
  const chosen = await executed(agentWith('list_runs'), ['{"actions":[]}'])
  expect(chosen.end).toEqual([])
  expect(chosen.types).toEqual(['agent-start', 'agent-end'])
  const idle = await executed(agentWith(), [])
  expect(idle.end).toEqual([])
  expect(idle.asked).toEqual([])
})

test('an answer that cannot be used is told what is wrong with it, once', async () => {
  const mended = await executed(agentWith('list_runs'), ['Let me see.', '{"actions":[{"action":"list_runs"}]}'])
  expect(mended.end).toMatchObject([{ function_name: 'list_runs' }])
  expect(mended.asked[1]?.map(({ from }) => from)).toEqual(['system', 'lab', 'role', 'lab'])
  expect(mended.asked[1]?.at(-1)?.text).toMatch(/could not be used\. Your answer was not/)
  const cut = await executed(agentWith('list_runs'), [createFault('bad-output', 'it was cut off'), '[]'])
  expect(cut.end).toEqual([])
  const stubborn = await executed(agentWith('list_runs'), ['Let me see.', 'Really.', '[]'])
  expect(stubborn.end).toMatchObject({ error: { code: 'bad-answer' } })
  expect(stubborn.asked).toHaveLength(2)
  expect(stubborn.stored.at(-1)).toMatchObject({ type: 'agent-end', ok: false, count: 0, error: expect.stringContaining('some:model') })
})

test('a model that cannot be had ends the execution with the cause', async () => {
  const { end, stored } = await executed(agentWith('list_runs'), [createFault('unreachable', 'nobody listens on port 1')])
  expect(end).toMatchObject({ error: { code: 'model-unreachable', message: 'nobody listens on port 1', retryable: true } })
  expect(stored.at(-1)).toMatchObject({ ok: false, error: 'nobody listens on port 1' })
})

test('an action that throws ends the execution, and the record says so', async () => {
  const runs = () => {
    throw new TypeError('runs is no list')
  }
  const { end, stored } = await executed(agentWith('list_runs'), ['[{"action":"list_runs"}]'], { runs })
  expect(end).toEqual({ error: expect.any(TypeError) })
  expect(stored.at(-1)).toMatchObject({ type: 'agent-end', ok: false, error: 'runs is no list' })
})
