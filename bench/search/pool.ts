import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { labSource } from './lab-source.ts'
import { type Outcome, scorePredictions } from './score.ts'
import { pythonFile, type Task } from './tasks.ts'

export type Order = { text: string; task: Task; seeds: readonly number[] }
type End = { exitCode: number | null; signal: string | null; seconds: number }
export type Worker = { run(order: Order): Promise<Outcome>; close(): Promise<void> }

/** Processor time that a program has for each seed; the slowest sound one takes a fifth of it. */
export const secondsPerSeed = 0.25

const whyOf = async (folder: string, { exitCode, signal }: End): Promise<string | undefined> => {
  if (signal === 'SIGPROF') return 'it did not end in its time'
  if (exitCode === 0) return undefined
  const output = await readFile(join(folder, 'output.txt'), 'utf8')
  return output.trim().split('\n').at(-1) || `ended by ${signal ?? exitCode}`
}

/** A warm Python: one program at a time, each in a forked child with a folder that holds what gal would put there. */
const startWorker = async (python: string): Promise<Worker> => {
  const root = await mkdtemp(join(tmpdir(), 'gal-bench-search-'))
  const lab = await labSource()
  const env = { PATH: '/usr/bin:/bin', OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
  const child = spawn('nice', ['-n', '5', python, pythonFile('serve.py')], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const filled = new Set<string>()
  return {
    async run({ text, task, seeds }) {
      const folder = join(root, task.name)
      if (!filled.has(task.name)) {
        await mkdir(folder, { recursive: true })
        for (const [name, content] of Object.entries({ ...task.files, 'lab.py': lab })) await writeFile(join(folder, name), content)
        filled.add(task.name)
      }
      await writeFile(join(folder, 'main.py'), text)
      await writeFile(join(folder, 'seeds.json'), JSON.stringify(seeds))
      await writeFile(join(folder, 'predictions.jsonl'), '')
      child.stdin.write(`${JSON.stringify({ id: task.name, folder, seconds: secondsPerSeed * seeds.length })}\n`)
      const line = await lines.next()
      if (line.done) throw new Error('the Python that runs programs has ended')
      const why = await whyOf(folder, JSON.parse(line.value) as End)
      return why === undefined ? scorePredictions(await readFile(join(folder, 'predictions.jsonl'), 'utf8'), task, seeds) : { why }
    },
    async close() {
      child.stdin.end()
      await ended
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** Several warm Pythons, which take orders as they come free. */
export const startPool = async (python: string, size: number): Promise<Worker> => {
  const workers = await Promise.all(Array.from({ length: size }, () => startWorker(python)))
  const free = [...workers]
  const waiting: ((worker: Worker) => void)[] = []
  const take = (): Promise<Worker> => {
    const worker = free.pop()
    return worker ? Promise.resolve(worker) : new Promise((resolve) => waiting.push(resolve))
  }
  return {
    async run(order) {
      const worker = await take()
      try {
        return await worker.run(order)
      } finally {
        const next = waiting.shift()
        if (next) next(worker)
        else free.push(worker)
      }
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}
