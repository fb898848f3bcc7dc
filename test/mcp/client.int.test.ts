import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brief } from '../support/brief.ts'
import { until } from '../support/gal.ts'
import { keptFolder } from '../support/temporary.ts'
import { galMcp, type Served, serveMcp } from './serve-mcp.ts'

const topic = 'Does label smoothing help a small classifier?'

let served: Served
const cwd = keptFolder()
beforeAll(async () => {
  served = await serveMcp(cwd)
})
afterAll(() => served.stop())

const http = () => new StreamableHTTPClientTransport(new URL(served.url))
const stdio = () => new StdioClientTransport({ ...galMcp(cwd), stderr: 'ignore' })
type Mode = 'legacy' | { pin: string }
const pinned = { pin: '2026-07-28' }

const connect = async (transport: Parameters<Client['connect']>[0], mode: Mode) => {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  await client.connect(transport)
  return client
}

type Content = Record<string, unknown>
const calling = (client: Client) => async (name: string, args: Content) => {
  // The client holds what it gets against the schema that the tool declares.
  const { isError, structuredContent, content } = await client.callTool({ name, arguments: args })
  return {
    isError: isError === true,
    ...(structuredContent as Content | undefined),
    said: content.map((part) => ('text' in part ? part.text : '')).join(''),
  }
}

/** Follows a resource as the revision has it; gives the function that ends it. */
const follow = async (client: Client, mode: Mode, uri: string): Promise<() => Promise<unknown>> => {
  if (mode !== 'legacy') {
    const open = await client.listen({ resourceSubscriptions: [uri] })
    return () => open.close()
  }
  await client.subscribeResource({ uri })
  return () => client.unsubscribeResource({ uri })
}

describe.each<[string, () => Parameters<Client['connect']>[0], Mode]>([
  ['HTTP by an older revision', http, 'legacy'],
  ['HTTP by the current revision', http, pinned],
  ['standard input and output by an older revision', stdio, 'legacy'],
  ['standard input and output by the current revision', stdio, pinned],
])('the official client over %s', (_, transport, mode) => {
  let client: Client
  beforeAll(async () => {
    client = await connect(transport(), mode)
  })
  afterAll(() => client.close())

  test('lists and calls every tool, from the start of a run to its report', async () => {
    const call = calling(client)
    const called = new Set<string>()
    const use = (name: string, args: Content) => {
      called.add(name)
      return call(name, args)
    }
    const { tools } = await client.listTools()

    const config = { gates: { 'literature-review': 'ask' }, phases: brief }
    const { run, begun } = (await use('start_run', { topic, config })) as unknown as { run: string; begun: boolean }
    expect(begun).toBe(true)
    expect(await use('list_runs', {})).toMatchObject({ runs: expect.arrayContaining([expect.objectContaining({ run, topic })]) })
    expect(await use('note_run', { run, text: 'Use three seeds.' })).toMatchObject({ run, isError: false })
    type Status = { waiting: { question: string }[]; status: string }
    const status = async () => (await use('run_status', { run })) as unknown as Status
    expect(await until(async () => (await status()).waiting.length > 0, 30_000)).toBe(true)
    // Whoever asked for it finds it paused, and then has it taken up again.
    expect(await use('pause_run', { run })).toMatchObject({ run, isError: false })
    const [asked] = (await status()).waiting
    expect(await use('answer_question', { run, question: asked?.question, answer: 'yes' })).toMatchObject({ run, isError: false })
    expect(await until(async () => (await status()).status === 'paused', 30_000)).toBe(true)
    expect(await use('resume_run', { run })).toMatchObject({ run, isError: false })
    expect(await until(async () => (await status()).status === 'ended', 60_000), JSON.stringify(await status())).toBe(true)
    expect(await use('stop_run', { run })).toMatchObject({ isError: true, said: expect.stringMatching(/^run-ended: .*\n?/) })

    const report = `gal://runs/${run}/report`
    expect(await status()).toMatchObject({ outcome: { kind: 'complete' }, report })
    const [text] = (await client.readResource({ uri: report })).contents
    expect(text).toMatchObject({ uri: report, mimeType: 'text/markdown', text: expect.stringMatching(/^# /m) })
    expect((await client.listResources()).resources.map(({ uri }) => uri)).toEqual(
      expect.arrayContaining(['gal://runs', report, `gal://runs/${run}/events`]),
    )

    expect(await use('search_papers', { query: 'label smoothing', limit: 3 })).toMatchObject({
      papers: expect.arrayContaining([expect.objectContaining({ title: expect.any(String) })]),
    })
    const { agents } = (await use('list_agents', {})) as unknown as { agents: { id: string }[] }
    expect(agents.map(({ id }) => id)).toContain('professor')
    expect(await use('execute_agent', { agent: 'professor' })).toMatchObject({
      isError: false,
      agent: 'professor',
      results: expect.any(Array),
    })

    expect([...called].sort()).toEqual(tools.map(({ name }) => name).sort())
  }, 180_000)

  test('is told in a line and a hint what the lab refuses, and never more', async () => {
    const call = calling(client)
    for (const [name, args, line] of [
      ['run_status', { run: 'no-such-run' }, /^unknown-run: there is no run no-such-run\n/],
      ['execute_agent', { agent: 'nobody' }, /^unknown-agent: /],
      ['start_run', { topic, config: { runs: '/tmp/elsewhere' } }, /^bad-config: .*"runs"/],
    ] as const) {
      const { isError, said } = await call(name, args)
      expect([isError, said]).toEqual([true, expect.stringMatching(line)])
      expect(said).not.toMatch(/\bat .*:\d+/)
    }
    expect(await call('run_status', { run: 7 })).toMatchObject({ isError: true, said: expect.stringContaining('run') })
  })

  test('reads the end of a log, completes the names of runs, and is told what is not there', async () => {
    const { resourceTemplates } = await client.listResourceTemplates()
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(['gal://runs/{run}/report', 'gal://runs/{run}/events'])
    const ref = { type: 'ref/resource', uri: 'gal://runs/{run}/events' } as const
    const { completion } = await client.complete({ ref, argument: { name: 'run', value: 'does-' } })
    const [run = ''] = completion.values
    const [part] = (await client.readResource({ uri: `gal://runs/${run}/events` })).contents
    const log = JSON.parse(part && 'text' in part ? part.text : '{}')
    expect(log).toMatchObject({ run, head: expect.any(Number), events: expect.any(Array) })
    expect(log.events.at(-1).seq).toBe(log.head)
    expect(log.events.length).toBeLessThanOrEqual(500)
    await expect(client.readResource({ uri: 'gal://runs/no-such-run/report' })).rejects.toThrow(/no-such-run/)
    await expect(client.readResource({ uri: 'gal://elsewhere' })).rejects.toThrow(/gal:\/\/elsewhere/)
  })

  test('gets prompts whose slots are filled', async () => {
    const { messages } = await client.getPrompt({ name: 'plan_experiment', arguments: { topic, papers: '{{earlier}}' } })
    const [message] = messages
    expect(message).toMatchObject({ role: 'user', content: { type: 'text', text: expect.stringContaining(`The topic is: ${topic}`) } })
    // What an argument holds is not looked at again.
    expect(JSON.stringify(message)).toContain('{{earlier}}')
    await expect(client.getPrompt({ name: 'plan_experiment' })).rejects.toThrow(/topic/)
    const { completion } = await client.complete({
      ref: { type: 'ref/prompt', name: 'write_section' },
      argument: { name: 'section', value: 're' },
    })
    expect(completion.values).toEqual(['related-work', 'results'])
  })

  test('hears of a log that grows, at most once a second', async () => {
    const [run] = ((await calling(client)('list_runs', {})) as unknown as { runs: { run: string }[] }).runs
    const uri = 'gal://runs'
    const heard: number[] = []
    const others: string[] = []
    client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
      if (params.uri === uri) heard.push(performance.now())
      else others.push(params.uri)
    })
    const end = await follow(client, mode, uri)
    const { run: second } = (await calling(client)('start_run', { topic, config: { seed: 9 } })) as unknown as { run: string }
    expect(second).not.toBe(run?.run)
    expect(await until(() => heard.length >= 3, 20_000)).toBe(true)
    const gaps = heard.slice(1).map((at, index) => at - (heard[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(800)
    expect(others).toEqual([])
    await end()
    await calling(client)('stop_run', { run: second })
  }, 60_000)
})

test('nothing of it was a defect', () => {
  expect(served.said()).not.toMatch(/defect|Error/)
})
