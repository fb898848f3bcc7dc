import { expect, onTestFinished, test } from 'vitest'
import { ask, json } from '../http/testing/ask.ts'
import { startRestLab } from '../http/testing/rest-lab.ts'
import type { LabControl } from '../lab-control.ts'
import { summaryOf } from '../testing/stand-in-control.ts'
import { writeNotes } from '../testing/write-notes.ts'
import { mcpLimits } from './limits.ts'

type Result = {
  contents?: { text: string }[]
  structuredContent?: Record<string, unknown>
  isError?: boolean
  content?: { text: string }[]
}

const open = async (changes: Partial<LabControl> = {}, notes = 1) => {
  const lab = await startRestLab({ changes, notes })
  onTestFinished(() => lab.close())
  const call = async (method: string, params: object) => {
    const { body } = await ask(lab.port, '/mcp', json({ jsonrpc: '2.0', id: 1, method, params }))
    return JSON.parse(body) as { result?: Result; error?: { code: number; message: string } }
  }
  const read = async (uri: string): Promise<string> => (await call('resources/read', { uri })).result?.contents?.[0]?.text ?? ''
  return { lab, call, read }
}

test('a report that is too long is cut between two characters, and says so at its end', async () => {
  const content = Buffer.from(`x${'é'.repeat(mcpLimits.report)}`)
  const { read } = await open({ artifact: (_run, name) => ({ name, content, bytes: content.length, sha256: '' }) })
  const text = await read('gal://runs/r/report')
  expect(text).not.toContain('\ufffd')
  expect(text).toMatch(/é\n\n\(Cut here: these are 200000 of 400001 bytes. `gal export r` gives the whole report.\)\n$/)
  expect(Buffer.byteLength(text)).toBeLessThan(mcpLimits.report + 200)
})

test('of a long log the last entries are given, with their texts cut', async () => {
  const { lab, read } = await open({}, 700)
  writeNotes(lab.log, 'r', 701, 701, 'y'.repeat(5000))
  const { head, first, before, events } = JSON.parse(await read('gal://runs/r/events'))
  expect([head, first, before, events.length]).toEqual([701, 202, 201, 500])
  expect(events.at(-1)).toMatchObject({
    seq: 701,
    cut: true,
    event: { text: { chars: 5004, head: expect.stringMatching(/^701 y{996}$/) } },
  })
})

test('a log of big entries is given as far back as there is room', async () => {
  const { lab, read } = await open({}, 1)
  for (let count = 0; count < 500; count++) writeNotes(lab.log, 'r', count, count, '\u{1f9ea}'.repeat(500))
  const text = await read('gal://runs/r/events')
  expect(Buffer.byteLength(text)).toBeLessThan(mcpLimits.entryBytes + 1000)
  const { head, first, events } = JSON.parse(text)
  expect(events.at(-1).seq).toBe(head)
  expect(events[0].seq).toBe(first)
  expect(events.length).toBeGreaterThan(100)
})

test('what came of an execution is cut when it is too long, and this is said', async () => {
  const result = { text: 'z'.repeat(300_000), list: Array.from({ length: 10 }, (_, place) => place) }
  const { call } = await open({ execute: async (agent) => ({ agent, results: [{ function_name: 'read_paper', result }] }) })
  const { result: given } = await call('tools/call', { name: 'execute_agent', arguments: { agent: 'a' } })
  expect(given?.structuredContent).toMatchObject({
    cut: true,
    results: [{ function_name: 'read_paper', result: { text: { chars: 300_000, head: 'z'.repeat(4096) }, list: result.list } }],
  })
})

test('a list shows the last runs, the newest first, with the beginning of a long topic', async () => {
  const runs = Array.from({ length: 150 }, (_, place) => ({ ...summaryOf(`r${place}`), topic: 't'.repeat(1000) }))
  const { call, read } = await open({ runs: () => runs })
  const { result } = await call('tools/call', { name: 'list_runs', arguments: { limit: 2 } })
  expect(result?.structuredContent).toMatchObject({
    total: 150,
    runs: [{ run: 'r149', topic: `${'t'.repeat(mcpLimits.topicChars)}…` }, { run: 'r148' }],
  })
  expect(JSON.parse(await read('gal://runs')).runs).toHaveLength(mcpLimits.runs)
})

test('a run whose name is not plain letters is found at its address, and one that cannot be decoded is not there', async () => {
  const asked: string[] = []
  const run = (name: string) => {
    asked.push(name)
    return summaryOf('r')
  }
  const { call, lab } = await open({ run })
  await call('resources/read', { uri: 'gal://runs/%C3%A9t%C3%A9/events' })
  await call('resources/read', { uri: 'gal://runs/%C3/events' })
  expect(asked).toEqual(['été', '%C3'])
  expect(lab.defects).toEqual([])
})

test('a defect is told to gal, and to the client only that there is one', async () => {
  const defect = new Error('a secret of the inside')
  const { call, lab } = await open({
    runs: () => {
      throw defect
    },
  })
  const tool = (await call('tools/call', { name: 'list_runs', arguments: {} })).result
  expect(tool).toMatchObject({ isError: true, content: [{ text: expect.stringMatching(/^defect: /) }] })
  for (const [method, params] of [
    ['resources/read', { uri: 'gal://runs' }],
    ['resources/list', {}],
    ['completion/complete', { ref: { type: 'ref/resource', uri: 'gal://runs/{run}/report' }, argument: { name: 'run', value: '' } }],
  ] as const) {
    const { error } = await call(method, params)
    expect(error, method).toMatchObject({ code: -32603, message: expect.stringMatching(/^defect: /) })
  }
  expect(lab.defects).toEqual([defect, defect, defect, defect])
})
