import type { Fault } from '../core/fault.ts'
import type { Metric } from '../core/metric.ts'
import type { Connection } from './proxy.ts'

export type Language = 'javascript' | 'python'

/** A program as its folder will hold it: `main` is run, the other files lie beside it. */
export type Program = {
  language: Language
  /** Name → text, with the entry file (main.mjs or main.py) and, when there is a data set, dataset.mjs or dataset.py. */
  files: Readonly<Record<string, string>>
  /** What the program is to repeat its work for, as the helper module tells it; the helper's own where none are given. */
  seeds?: readonly number[]
}

export type RunSettings = {
  /** The folder that the program may write to. Made if missing; nothing else is writable. */
  folder: string
  seconds: number
  memoryMiB: number
  /** Characters of output that are kept, half from the start and half from the end. */
  outputChars: number
  /** Told of every connection that the program asked the proxy for. */
  onConnection?: (connection: Connection) => void
}

/** What came of a run. Exit code and signal are the truth; output is for people. */
export type ProgramResult = {
  fault?: Fault
  exitCode: number | null
  signal: string | null
  output: string
  metrics: Metric[]
  /** Names of the files that the program left, sorted. */
  files: string[]
  seconds: number
  /** What kept the program in: 'bubblewrap', 'docker', 'macos', 'limits'; 'none' when it was not run. */
  sandbox: string
}

/** A way of running code. Refusals, time-outs and crashes are faults in the result; only a defect throws. */
export type Sandbox = {
  run(program: Program, settings: RunSettings, signal: AbortSignal, onOutput: (text: string) => void): Promise<ProgramResult>
}
