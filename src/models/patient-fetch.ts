import { Agent, fetch as undiciFetch } from 'undici'

/**
 * A fetch that gives up on connecting after so many milliseconds and then waits for as long as it takes: a model on a small
 * machine may read its prompt for minutes, and Node's own fetch gives up after five. Whoever uses it sets a watchdog.
 */
export const createPatientFetch = (connectMs: number): typeof fetch => {
  const agent = new Agent({ connect: { timeout: connectMs }, headersTimeout: 0, bodyTimeout: 0 })
  return ((input: string, init?: object) => undiciFetch(input, { ...init, dispatcher: agent })) as unknown as typeof fetch
}

export const patientFetch = createPatientFetch(5000)

/** The fetch to ask a model with: Node's own gives way to the patient one, any other was handed in for a reason. */
export const fetchFor = (given: typeof fetch | undefined): typeof fetch =>
  given === undefined || given === globalThis.fetch ? patientFetch : given
