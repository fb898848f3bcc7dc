import { HttpError } from './problem.ts'

/** A seq that the run has; throws HttpError `bad-after` for one that it does not reach. */
export const reached = (run: string, seq: number, head: number): number => {
  if (seq <= head) return seq
  throw new HttpError('bad-after', `${run} does not reach to ${seq}: its last entry is ${head}`)
}
