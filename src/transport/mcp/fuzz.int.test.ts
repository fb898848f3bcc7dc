import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../http/testing/ask.ts'
import { type RestLab, startRestLab } from '../http/testing/rest-lab.ts'
import { tools } from './tools/index.ts'

let lab: RestLab
beforeAll(async () => {
  lab = await startRestLab()
})
afterAll(() => lab.close())

const methods = [
  'initialize',
  'ping',
  'tools/call',
  'tools/list',
  'resources/read',
  'prompts/get',
  'completion/complete',
  'server/discover',
]
const names = tools.map(({ name }) => name)
const member = fc.oneof(
  fc.constantFrom<unknown>(...names, 'gal://runs', 'gal://runs/r/report', 'gal://runs/%/events', 'plan_experiment', '__proto__', ''),
  fc.jsonValue({ maxDepth: 3 }),
)
const params = fc.oneof(
  fc.dictionary(fc.constantFrom('name', 'arguments', 'uri', 'ref', 'argument', '_meta', 'protocolVersion'), member),
  fc.jsonValue({ maxDepth: 3 }),
)
const message = fc.record(
  {
    jsonrpc: fc.constantFrom<unknown>('2.0', '1.0', 2),
    id: fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.constant({})),
    method: fc.oneof(fc.constantFrom(...methods), fc.string()),
    params,
  },
  { requiredKeys: ['jsonrpc'] },
)
const body = fc.oneof(
  { weight: 4, arbitrary: message.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.array(message, { maxLength: 4 }).map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string() },
)
const header = fc.option(fc.constantFrom('2024-11-05', '2025-11-25', '2026-07-28', 'x'), { nil: undefined })

test('whatever is posted is answered in the protocol, and never by a defect', async () => {
  await fc.assert(
    fc.asyncProperty(body, header, async (text, version) => {
      const headers = { 'content-type': 'application/json', ...(version === undefined ? {} : { 'mcp-protocol-version': version }) }
      const answer = await ask(lab.port, '/mcp', { method: 'POST', headers, body: text })
      expect(answer.status).toBeLessThan(500)
      // Only what asks for no answer gets none.
      const answers = answer.status === 202 ? [] : [JSON.parse(answer.body)].flat()
      for (const one of answers) expect(one).toMatchObject({ jsonrpc: '2.0' })
      expect(lab.defects).toEqual([])
    }),
    { numRuns: 400 },
  )
}, 60_000)
