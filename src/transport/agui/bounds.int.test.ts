import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, ask, json } from '../http/testing/ask.ts'
import { type RestLab, startRestLab } from '../http/testing/rest-lab.ts'
import { runInput } from './input.ts'

let lab: RestLab
beforeAll(async () => {
  lab = await startRestLab({ token: 'full-token', audienceToken: 'look-token' })
})
afterAll(async () => {
  await lab.close()
  expect(lab.defects).toEqual([])
})

const by = (token: string, asked: Asked): Asked => ({ ...asked, headers: { ...asked.headers, authorization: `Bearer ${token}` } })
const input = (fields: object) => ({ threadId: 'new', runId: '1', messages: [], ...fields })
const times = (count: number, entry: unknown) => Array.from({ length: count }, () => entry)
const wrongMessage = { id: 1, role: 'nobody' }
const user = (content: unknown) => ({ id: 'm', role: 'user', content })

test.each([
  ['a million numbers for messages', { messages: times(1_000_000, 1) }, /messages: has 1000000 entries, and there may be 10000/],
  ['numbers for messages', { messages: times(10_000, 1) }, /messages: has an entry that is no object/],
  ['messages that are none', { messages: times(10_000, wrongMessage) }, /^messages\.0/],
  ['a message of a million parts', { messages: [user(times(1_000_000, 1))] }, /messages: has an entry with a list of more than 1000/],
  ['no list of messages', { messages: {} }, /messages: is no list/],
  ['too many tools', { tools: times(1001, {}) }, /tools: has 1001 entries, and there may be 1000/],
  ['context that is none', { context: times(1000, {}) }, /^context\.0/],
  ['too many answers', { resume: times(1001, {}) }, /resume: has 1001 entries/],
])('%s: refused at once, in few words', async (_name, fields, told) => {
  const began = performance.now()
  const { status, body } = await ask(lab.port, '/agui', by('full-token', json(input(fields))))
  expect(performance.now() - began).toBeLessThan(3000)
  expect([status, body.length < 3000]).toEqual([422, true])
  expect(JSON.parse(body).detail).toMatch(told)
})

test('no more is told to be wrong than somebody reads', () => {
  const { error } = runInput.safeParse(input({ messages: times(10_000, wrongMessage) }))
  expect(error?.issues.length).toBeGreaterThan(1)
  expect(error?.issues.length).toBeLessThanOrEqual(20)
})

test('what keeps to the protocol is read as it was sent', () => {
  const sent = {
    messages: [user('Does it?'), { id: 'a', role: 'assistant', content: 'Yes.' }],
    tools: [{ name: 't', description: 'd', parameters: {} }],
    context: [{ description: 'd', value: 'v' }],
    resume: [{ interruptId: 'q', status: 'resolved', payload: 'x' }],
  }
  expect(runInput.parse(input(sent))).toMatchObject({ threadId: 'new', ...sent, gal: {} })
  const { tools, context, resume } = runInput.parse(input({}))
  expect([tools, context, resume]).toEqual([[], [], undefined])
})

const long = json(input({ state: { text: 'x'.repeat(1024 * 1024) } }))

test('who may only look sends no more than elsewhere, whether the length is told before or not', async () => {
  const told = await ask(lab.port, '/agui', by('look-token', long))
  expect([told.status, JSON.parse(told.body).code]).toEqual([413, 'too-long'])
  const untold = by('look-token', { ...long, headers: { ...long.headers, 'transfer-encoding': 'chunked' } })
  expect((await ask(lab.port, '/agui', untold)).status).toBe(413)
  // Read to its end: the thread is new, and there is no message to begin it with.
  expect(JSON.parse((await ask(lab.port, '/agui', by('full-token', long))).body).code).toBe('bad-topic')
  expect(JSON.parse((await ask(lab.port, '/agui', by('look-token', json(input({}))))).body).code).toBe('bad-topic')
})
