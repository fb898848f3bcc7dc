import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, ask } from './testing/ask.ts'
import { type Document, type Operation, undeclared } from './testing/declared.ts'
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
const body = fc.oneof(
  fc.record(
    {
      topic: value,
      text: value,
      phase: value,
      question: value,
      answer: value,
      prompt: value,
      num_predict: value,
      message: value,
      config: value,
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
)
const type = fc.constantFrom('application/json', 'application/json', 'application/json; charset=utf-8', 'text/plain', '', 'x/y')
/** Header values that HTTP can carry. */
const headerValue = fc.oneof(
  fc.constantFrom(...known),
  fc.string().map((text) => text.replaceAll(/[^\x21-\x7e]/g, '')),
)

const inPath = (path: string, names: readonly string[], words: readonly string[]): string =>
  names.reduce((told, name, place) => told.replace(`{${name}}`, encodeURIComponent(words[place] ?? '').replaceAll('.', '%2e')), path)

test('whatever is sent to whatever route, the answer is one that its description declares, and never a defect', async () => {
  const seen = new Set<string>()
  const inputs = fc.record({
    target: fc.constantFrom(...targets()),
    words: fc.array(word, { minLength: 6, maxLength: 6 }),
    shown: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    header: headerValue,
    body,
    type,
    raw: fc.oneof({ weight: 1, arbitrary: fc.string() }, { weight: 9, arbitrary: fc.constant(null) }),
  })
  const answers = async ({
    target,
    words,
    shown,
    header,
    body: sent,
    type: named,
    raw,
  }: typeof inputs extends fc.Arbitrary<infer Value> ? Value : never) => {
    const { method, path, operation } = target
    const parameters = operation.parameters ?? []
    const of = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name)
    const query = new URLSearchParams(
      of('query')
        .map((name, place): [string, string] => [name, words[place + 2] ?? ''])
        .filter((_pair, place) => shown[place]),
    )
    const headers = {
      ...(named === '' ? {} : { 'content-type': named }),
      ...Object.fromEntries(of('header').map((name) => [name, header])),
    }
    const asked: Asked = method === 'POST' ? { method, headers, body: raw ?? JSON.stringify(sent) } : { method, headers }
    const address = `${inPath(path, of('path'), words)}${query.size > 0 ? `?${query}` : ''}`
    const answered = await ask(lab.port, address, asked)
    seen.add(`${method} ${path} ${answered.status}`)
    // A word may be empty or hold a slash, and then it is another path; these have their own tests.
    if (answered.status === 404 && answered.body.includes('unknown-path')) return
    if (answered.status === 405) return
    expect([address, undeclared(document, operation, answered, method)]).toEqual([address, undefined])
  }
  await fc.assert(fc.asyncProperty(inputs, answers), { numRuns: 3000, seed: 1 })
  expect(lab.defects).toEqual([])
  // The search is worth nothing where it is only refused; these three have nothing good to give here.
  const refusedOnly = targets()
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => ![...seen].some((one) => one.startsWith(`${route} 2`)))
  expect(refusedOnly.sort()).toEqual(['GET /v1/runs/{run}/blobs/{sha}', 'GET /v1/ws', 'POST /api/image'])
})
