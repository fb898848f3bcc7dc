import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, ask } from './testing/ask.ts'
import { type Document, keepsTo, type Operation } from './testing/declared.ts'
import { type RestLab, startRestLab } from './testing/rest-lab.ts'

let lab: RestLab
let document: Document
beforeAll(async () => {
  lab = await startRestLab()
  document = JSON.parse((await ask(lab.port, '/openapi.json')).body)
})
afterAll(() => lab.close())

type Target = { method: string; path: string; operation: Operation }
const targets = (): Target[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )

const known = ['r', 'latest', 'a/b', 'report/report.md', '1', '12', '13', '64', '500', '0', '-1', 'a'.repeat(64), 'text/event-streams']
const word = fc.oneof(fc.constantFrom(...known), fc.string(), fc.string({ unit: 'binary' }), fc.integer().map(String))
const value = fc.oneof(word, fc.jsonValue(), fc.constantFrom('plan-formulation', 'x'.repeat(30_000), null))
const fields = ['topic', 'text', 'phase', 'question', 'answer', 'prompt', 'num_predict', 'message', 'config'] as const
const body = fc.oneof(fc.record(Object.fromEntries(fields.map((name) => [name, value])), { requiredKeys: [] }), fc.jsonValue())
const type = fc.constantFrom('application/json', 'application/json', 'application/json; charset=utf-8', 'text/plain', '', 'x/y')

/** What fits, by the name of a parameter. */
const fitting: Readonly<Record<string, string>> = {
  run: 'latest',
  seq: '12',
  after: '3',
  limit: '5',
  cut: '64',
  at: '7',
  name: 'report/report.md',
  id: 'a/b',
  q: 'seeds',
  download: '1',
  'last-event-id': '11',
  'idempotency-key': 'known',
  sha: 'a'.repeat(64),
}
/** Each part of a request as it should be, or anything at all; parts of an address that may be missing are missing now and then. */
const mostly = <Value>(bad: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: bad })
const request = fc.record({
  place: fc.nat(),
  words: fc.array(mostly(word), { minLength: 6, maxLength: 6 }),
  shown: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  sent: mostly(body),
  type: mostly(type),
  raw: mostly(fc.string()),
})
type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never

const headerOf = (text: string): string => text.replaceAll(/[^\x21-\x7e]/g, '')
const exampleOf = ({ requestBody }: Operation): unknown => requestBody?.content['application/json']?.schema.example

const addressOf = (path: string, parameters: Operation['parameters'] = [], { words, shown }: Request) => {
  const told = parameters.map(({ name, in: where }, place) => ({
    name,
    where,
    word: words[place] ?? fitting[name] ?? 'x',
    shown: shown[place],
  }))
  const inPath = told
    .filter(({ where }) => where === 'path')
    .reduce((address, { name, word }) => address.replace(`{${name}}`, encodeURIComponent(word).replaceAll('.', '%2e')), path)
  const query = new URLSearchParams(
    told.filter(({ where, shown: is }) => where === 'query' && is).map(({ name, word }): [string, string] => [name, word]),
  )
  const headers = Object.fromEntries(
    told.filter(({ where, shown: is }) => where === 'header' && is).map(({ name, word }) => [name, headerOf(word)]),
  )
  return { address: `${inPath}?${query}`, headers }
}

test('whatever is sent to whatever route, the answer is one that its description declares, and never a defect', async () => {
  const all = targets()
  const fits = keepsTo(document)
  const seen = new Set<string>()
  const answers = async (asked: Request) => {
    const { method, path, operation } = all[asked.place % all.length] ?? expect.fail('there are no routes')
    const { address, headers } = addressOf(path, operation.parameters, asked)
    const named = asked.type ?? 'application/json'
    const withBody: Asked = {
      method,
      headers: { ...headers, ...(named === '' ? {} : { 'content-type': named }) },
      body: asked.raw ?? JSON.stringify(asked.sent ?? exampleOf(operation)) ?? '',
    }
    const answered = await ask(lab.port, address, method === 'POST' ? withBody : { method, headers })
    seen.add(`${method} ${path} ${answered.status}`)
    // A word may be empty, and then it is another path; these have their own tests.
    if (answered.status === 405 || (answered.status === 404 && answered.body.includes('unknown-path'))) return
    expect([address, fits(`${method} ${path}`, operation, answered)]).toEqual([address, undefined])
  }
  await fc.assert(fc.asyncProperty(request, answers), { numRuns: 3000, seed: 1 })
  expect(lab.defects).toEqual([])
  // The search is worth nothing where it is only refused; these three have nothing good to give here.
  const refusedOnly = all
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => ![...seen].some((one) => one.startsWith(`${route} 2`)))
  expect(refusedOnly.sort()).toEqual(['GET /v1/runs/{run}/blobs/{sha}', 'POST /api/image'])
})
