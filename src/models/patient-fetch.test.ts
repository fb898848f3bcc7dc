import { expect, test } from 'vitest'
import { fetchFor, patientFetch } from './patient-fetch.ts'

test("a model is never asked through Node's own fetch, which gives up after five minutes; another that was handed in is used", () => {
  const handedIn: typeof fetch = async () => new Response('')
  expect([undefined, globalThis.fetch, handedIn].map(fetchFor)).toEqual([patientFetch, patientFetch, handedIn])
})
