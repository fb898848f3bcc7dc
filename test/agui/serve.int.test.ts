import { HttpAgent, type Message } from '@ag-ui/client'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Served, serveMcp } from '../mcp/serve-mcp.ts'
import { until } from '../support/gal.ts'
import { keptFolder } from '../support/temporary.ts'

const topic = 'Does label smoothing help a small classifier?'
const [token, audience] = ['full-token-of-tests', 'look-token-of-tests']
const cwd = keptFolder()
const serve = () => serveMcp(cwd, ['--token', token, '--audience-token', audience])

let served: Served
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.stop())

const at = (path: string) => new URL(path, served.url).href
const bearer = (word: string) => ({ authorization: `Bearer ${word}` })
const agentOf = (threadId: string, { shown = token, said = [] as string[] } = {}) => {
  const initialMessages = said.map((content, place): Message => ({ id: `mine-${place}`, role: 'user', content }))
  return new HttpAgent({ url: at('/agui'), threadId, headers: bearer(shown), initialMessages })
}
const gate = (phase: string) => ({ forwardedProps: { gal: { config: { gates: { [phase]: 'ask' } } } } })
const resolved = (agent: HttpAgent) =>
  agent.pendingInterrupts.map(({ id }) => ({ interruptId: id, status: 'resolved' as const, payload: 'go on' }))

type Row = { event: { type: string; by?: string; text?: string } }
const get = async <T>(path: string): Promise<T> => (await fetch(at(path), { headers: bearer(token) })).json() as Promise<T>
const events = async (run: string) => (await get<{ events: Row[] }>(`/v1/runs/${run}/events?limit=2000`)).events.map(({ event }) => event)
const statusOf = async (run: string) => (await get<{ status: string }>(`/v1/runs/${run}`)).status
const runNames = async () => (await get<{ runs: { run: string }[] }>('/v1/runs')).runs.map(({ run }) => run)

/** How the last stream ended. */
const outcomeOf = async (agent: HttpAgent, parameters: Parameters<HttpAgent['runAgent']>[0] = {}): Promise<string> => {
  let outcome = ''
  await agent.runAgent(parameters, {
    onRunFinishedEvent: (told) => {
      outcome = told.outcome
    },
    onRunErrorEvent: ({ event }) => {
      outcome = event.code ?? 'error'
    },
  })
  return outcome
}

test('a client starts a run, follows it, answers what it asks, and gets its end', async () => {
  const agent = agentOf('thread 1', { said: [topic] })
  expect(await outcomeOf(agent, gate('plan-formulation'))).toBe('interrupt')
  expect(agent.pendingInterrupts).toMatchObject([
    { id: 'gate.plan-formulation.1', reason: 'question', responseSchema: { type: 'string', examples: ['go on', 'stop'] } },
  ])
  expect(agent.messages[0]).toMatchObject({ id: 'mine-0', role: 'user', content: topic })

  expect(await outcomeOf(agent, { resume: resolved(agent) })).toBe('interrupt')
  let result: unknown
  while (agent.pendingInterrupts.length > 0) result = (await agent.runAgent({ resume: resolved(agent) })).result
  expect(result).toMatchObject({ outcome: { kind: 'complete' } })
  const { report } = result as { report: string }
  const text = await (await fetch(at(report), { headers: bearer(token) })).text()
  expect(text).toMatch(/^# /)
  expect(agent.state).toMatchObject({ outcome: { kind: 'complete' }, report, phase: null })
  const { run } = agent.state as { run: string }
  expect((await events(run)).filter(({ type }) => type === 'answer-give').map(({ by }) => by)).toEqual(['ag-ui', 'ag-ui'])

  // Somebody else who opens the thread, by its own name or by that of the run, holds the same; nothing is begun.
  const runs = await runNames()
  for (const thread of ['thread 1', run]) {
    const other = agentOf(thread, { shown: audience })
    expect(await outcomeOf(other)).toBe('success')
    expect(other.messages.slice(1)).toEqual(agent.messages.slice(1))
  }
  await served.stop()
  served = await serve()
  const later = agentOf('thread 1', { said: [topic] })
  expect(await outcomeOf(later)).toBe('success')
  expect((later.state as { run: string }).run).toBe(run)
  expect(await runNames()).toEqual(runs)
})

test('a client that goes away does not stop the run', async () => {
  const agent = agentOf('left', { said: [topic] })
  let run = ''
  await agent.runAgent(
    {},
    {
      onStateSnapshotEvent: ({ event }) => {
        run = (event.snapshot as { run: string }).run
      },
      onSubagentStartedEvent: () => agent.abortRun(),
    },
  )
  expect(await statusOf(run)).toBe('running')
  expect(await until(async () => (await statusOf(run)) === 'ended', 40_000)).toBe(true)
})

describe('while a run waits for a person', () => {
  const held = async (thread: string) => {
    const agent = agentOf(thread, { said: [topic] })
    expect(await outcomeOf(agent, gate('literature-review'))).toBe('interrupt')
    return { agent, run: (agent.state as { run: string }).run }
  }
  const notes = async (run: string) => (await events(run)).filter(({ type }) => type === 'note-add')

  test('what is said becomes a note, once', async () => {
    const { run } = await held('noted')
    const other = agentOf(run, { said: ['Use three seeds.'] })
    expect(await outcomeOf(other)).toBe('interrupt')
    expect(await outcomeOf(agentOf(run, { said: ['Use three seeds.'] }))).toBe('interrupt')
    expect(await notes(run)).toMatchObject([{ by: 'ag-ui', text: 'Use three seeds.' }])
    expect(other.messages.filter(({ content }) => content === 'Use three seeds.')).toMatchObject([{ id: 'mine-0', role: 'user' }])
  })

  test('a question that is left aside stays open', async () => {
    const { agent, run } = await held('aside')
    const resume = agent.pendingInterrupts.map(({ id }) => ({ interruptId: id, status: 'cancelled' as const }))
    expect(await outcomeOf(agent, { resume })).toBe('cancelled')
    expect(await statusOf(run)).toBe('waiting')
  })

  test('an answer to what was never asked is warned of, and changes nothing', async () => {
    const { run } = await held('wrong')
    const warnings: unknown[] = []
    const other = agentOf(run)
    await other.runAgent(
      { resume: [{ interruptId: 'none', status: 'resolved', payload: 'yes' }] },
      { onCustomEvent: ({ event }) => void warnings.push(event.name, event.value) },
    )
    expect(warnings).toMatchObject(['answer-refused', { interruptId: 'none', code: 'unknown-question' }])
    expect(await statusOf(run)).toBe('waiting')
  })

  test('who may only look follows it, and is refused to begin, to answer and to note', async () => {
    const { run } = await held('looked at')
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await outcomeOf(agentOf(run, { shown: audience }))).toBe('interrupt')
    const refused = (agent: HttpAgent, parameters = {}) => expect(agent.runAgent(parameters)).rejects.toMatchObject({ status: 403 })
    await refused(agentOf('never begun', { shown: audience, said: [topic] }))
    await refused(agentOf(run, { shown: audience, said: ['Use three seeds.'] }))
    await refused(agentOf(run, { shown: audience }), {
      resume: [{ interruptId: 'gate.literature-review.1', status: 'resolved', payload: 'go on' }],
    })
    quiet.mockRestore()
    expect(await notes(run)).toEqual([])
    expect(await statusOf(run)).toBe('waiting')
  })
})

describe('what cannot be used is refused before a run begins', () => {
  const post = async (body: unknown, headers: Record<string, string> = bearer(token)) => {
    const response = await fetch(at('/agui'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return { status: response.status, said: await response.text() }
  }
  const input = { threadId: 't', runId: 'r', messages: [], tools: [], context: [], state: {}, forwardedProps: {} }

  test.each([
    ['no token', input, {}, 401],
    ['no thread', { ...input, threadId: undefined }, bearer(token), 422],
    ['a message without a role', { ...input, messages: [{ id: '1', content: 'x' }] }, bearer(token), 422],
    ['settings that are none', { ...input, forwardedProps: { gal: { config: 3 } } }, bearer(token), 422],
    ['a new thread in which nobody says anything', input, bearer(token), 422],
  ])('%s', async (_, body, headers, status) => {
    expect(await post(body, headers)).toMatchObject({ status })
  })

  test('settings that may not be set from outside, by their name', async () => {
    const messages = [{ id: '1', role: 'user', content: topic }]
    const refused = await post({ ...input, messages, forwardedProps: { gal: { config: { runs: '/tmp' } } } })
    expect(refused.status).toBe(422)
    expect(refused.said).toMatch(/runs/)
  })
})
