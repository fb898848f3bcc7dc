import { describe, expect, test } from 'vitest'
import { agentsStream, roleNames } from '../../core/names.ts'
import { ollamaAnswering } from '../../models/stand-in/ollama.ts'
import { unusedUrl } from '../../models/stand-in/server.ts'
import { openTestControl, startOllama, type TestControl, thinking } from './testing/test-control.ts'

const demo = '8191feef-546d-46a8-a26f-b92073882f5c'
const settled = () => new Promise((resolve) => setImmediate(resolve))

const record = ({ lab }: TestControl) => lab.log.read(agentsStream, 0).map(({ event }) => event)

test('the roles and the agents of the configuration can be executed, each with the actions that fit it', () => {
  const control = openTestControl()
  expect(control.agents().map(({ id }) => id)).toEqual([demo, ...roleNames])
  expect(control.agents()[0]).toMatchObject({ role: null, model: 'rehearsal', actions: ['list_runs', 'search_papers'] })
  const engineer = control.agents().find(({ id }) => id === 'ml-engineer')
  expect(engineer).toMatchObject({ role: 'ml-engineer', name: 'ML engineer', actions: expect.arrayContaining(['run_program']) })
})

describe('without a language model', () => {
  test('the demo agent lists the runs and searches the papers, the same each time', async () => {
    const control = openTestControl({ sets: ['model=auto', `models.ollama.base-url=${await unusedUrl()}`] })
    const first = await control.execute(demo, 'web')
    expect(first.agent).toBe(demo)
    expect(first.results.map(({ function_name }) => function_name)).toEqual(['list_runs', 'search_papers'])
    expect(first.results[0]?.result).toEqual({ total: 0, runs: [] })
    expect(JSON.stringify(first.results[1]?.result)).toContain('bundled:')
    expect((await control.execute(demo, 'web')).results).toEqual(first.results)
    expect(record(control).map(({ type }) => type)).toEqual(Array(2).fill(['agent-start', 'agent-act', 'agent-act', 'agent-end']).flat())
    expect(record(control)[0]).toMatchObject({ agent: demo, by: 'web' })
    // The stream is no run.
    expect(control.runs()).toEqual([])
    expect(() => control.run(agentsStream)).toThrow(/no run/)
    expect(() => control.run('latest')).toThrow(/no run/)
    expect(() => control.lab.find(agentsStream)).toThrow(/there is no run yet/)
    expect(control.lab.log.verify(agentsStream)).toMatchObject({ ok: true })
  })

  test('every role has something to do', async () => {
    const control = openTestControl()
    for (const id of roleNames) expect((await control.execute(id, 'web')).results, id).not.toEqual([])
  })
})

const agents = (...list: object[]) => JSON.stringify({ agents: list })

test('an agent of the configuration answers by its own model and words; any id will do; without actions it does nothing', async () => {
  const answer = JSON.stringify({
    actions: [
      { action: 'run_status', run: 'latest' },
      { action: 'run_program', language: 'javascript', code: 'process.exit(3)' },
    ],
  })
  const { sets, chats } = await startOllama(ollamaAnswering(answer))
  const [model = '', place = ''] = sets
  const text = agents(
    {
      id: 'ñ / 1',
      name: 'Clerk',
      instructions: 'You are the clerk.',
      model: model.replace('model=', ''),
      actions: ['run_status', 'run_program'],
    },
    { id: 'idle', name: 'Idle' },
  )
  const control = openTestControl({ text, sets: [place] })
  const { results } = await control.execute('ñ / 1', 'web')
  expect(results).toMatchObject([
    { function_name: 'run_status', result: { error: expect.stringContaining('no run') } },
    { function_name: 'run_program', result: { error: expect.any(String) } },
  ])
  expect(JSON.stringify(chats()[0]?.body)).toContain('You are the clerk.')
  expect(await control.execute('idle', 'web')).toEqual({ agent: 'idle', results: [] })
})

test('who is not there is named, and a model that cannot be had too', async () => {
  const control = openTestControl({ sets: ['model=ollama:x', `models.ollama.base-url=${await unusedUrl()}`] })
  await expect(control.execute('nobody', 'web')).rejects.toMatchObject({
    code: 'unknown-agent',
    message: expect.stringContaining('nobody'),
  })
  await expect(control.execute('postdoc', 'web')).rejects.toMatchObject({ code: 'model-unreachable' })
  expect(record(control).map(({ type }) => type)).toEqual(['agent-start', 'agent-end'])
})

test('executions of one agent wait for one another, and a close gives them up', async () => {
  const { sets, chats } = await startOllama(thinking)
  const control = openTestControl({ sets: [...sets, 'models.ollama.concurrency=8'] })
  const failed: string[] = []
  const done = ['postdoc', 'postdoc', 'professor'].map((id) => control.execute(id, 'web').catch((error) => failed.push(error.code)))
  await expect.poll(() => chats().length, { timeout: 20_000 }).toBe(2)
  await settled()
  const started = record(control).flatMap((event) => (event.type === 'agent-start' ? [event.agent] : []))
  expect(started.sort()).toEqual(['postdoc', 'professor'])
  await control.close()
  await Promise.all(done)
  expect(failed).toHaveLength(3)
  expect(record(control).filter(({ type }) => type === 'agent-end')).toHaveLength(2)
})

test('an id that is given twice, or is that of a role, is refused with the configuration', () => {
  const twice = [
    { id: 'a', name: 'A' },
    { id: 'a', name: 'B' },
  ]
  expect(() => openTestControl({ text: agents(...twice) })).toThrow(/agents: the id "a" is given twice/)
  expect(() => openTestControl({ text: agents({ id: 'postdoc', name: 'P' }) })).toThrow(/"postdoc" is given twice, or is that of a role/)
  expect(() => openTestControl({ text: agents({ id: 'a', name: 'A', actions: ['fly'] }) })).toThrow(/must be one of list_runs/)
})
