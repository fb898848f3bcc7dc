import { Agent, fetch as undiciFetch } from 'undici'

const agent = new Agent({ connect: { timeout: 5000 }, headersTimeout: 0, bodyTimeout: 0 })

/**
 * A fetch that gives up on connecting after 5 s and then waits for as long as it takes: a model on a small machine may read
 * its prompt for minutes, and Node's own fetch gives up after five. Whoever uses it sets a watchdog.
 */
export const patientFetch = ((input: string, init?: object) =>
  undiciFetch(input, { ...init, dispatcher: agent })) as unknown as typeof fetch
