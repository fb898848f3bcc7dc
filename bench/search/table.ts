import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { type Order, secondsPerSeed, type Worker } from './pool.ts'
import type { Outcome } from './score.ts'

export type Table = {
  /** What a program measured on a task, from the file or by running it once. */
  get(order: Order): Promise<Outcome>
  /** How many were run, and how many were known. */
  counts(): { run: number; known: number }
}

const keyOf = ({ text, task, seeds }: Order): string =>
  createHash('sha256')
    .update(JSON.stringify([text, task.hash, seeds, secondsPerSeed]))
    .digest('hex')
    .slice(0, 32)

/** Results by hash of program, data and seeds, in a file of JSON lines that only grows. */
export const openTable = (file: string, worker: Worker): Table => {
  const known = new Map<string, Promise<Outcome>>()
  const stored = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  // A run that was ended within a line leaves half of one; the next begins on a line of its own.
  if (stored.length && stored.at(-1) !== '') appendFileSync(file, '\n')
  for (const line of stored.filter((one) => one.startsWith('[') && one.endsWith(']'))) {
    const [key, outcome] = JSON.parse(line) as [string, Outcome]
    known.set(key, Promise.resolve(outcome))
  }
  const counts = { run: 0, known: known.size }
  const runOnce = async (key: string, order: Order): Promise<Outcome> => {
    const outcome = await worker.run(order)
    counts.run++
    appendFileSync(file, `${JSON.stringify([key, outcome])}\n`)
    return outcome
  }
  return {
    get(order) {
      const key = keyOf(order)
      const found = known.get(key) ?? runOnce(key, order)
      known.set(key, found)
      return found
    },
    counts: () => counts,
  }
}
