import { realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createFault, type Fault } from '../core/fault.ts'
import { type ProcessEnd, runProcess } from '../process/run-process.ts'
import { readMetrics } from './read-metrics.ts'
import type { Program, ProgramResult, RunSettings } from './sandbox.ts'
import { sweepFolder } from './sweep-folder.ts'
import { treeLimits } from './tree-limits.ts'
import { watchFolder } from './watch-folder.ts'
import { prepareFolder } from './work-folder.ts'

/** A command line that runs a program. */
type Started = {
  command: string[]
  env: Readonly<Record<string, string>>
  /** Ends what the command starts elsewhere. */
  ending?: string[]
  /** A second folder that the program writes to. It is removed. */
  scratch?: string
}

/** What a way of running code makes of a program: a command line, or a reason why not. */
export type Launch = Started | { fault: Fault }

type Run = {
  /** The name of this way of running code. */
  sandbox: string
  program: Program
  settings: RunSettings
  signal: AbortSignal
  onOutput: (text: string) => void
}

/** A result for a program that was not run. */
export const notRun = (sandbox: string, fault: Fault): ProgramResult => ({
  fault,
  exitCode: null,
  signal: null,
  output: '',
  metrics: [],
  files: [],
  seconds: 0,
  sandbox,
})

const overrunWords = (settings: RunSettings) => {
  const { processes, memoryMiB } = treeLimits(settings)
  return { processes: `more than ${processes} processes`, memoryMiB: `more than ${memoryMiB} MiB of memory together` }
}

const processFault = (end: ProcessEnd, settings: RunSettings): Fault | undefined => {
  const { seconds } = settings
  if (end.cancelled) return createFault('cancelled', 'the program was cancelled')
  if (end.spawnError !== undefined) return createFault('unavailable', end.spawnError)
  if (end.timedOut) return createFault('timeout', `the program did not end within ${seconds} s and was killed`)
  if (end.overrun)
    return createFault('limit', `the program and what it started took ${overrunWords(settings)[end.overrun]} and were killed`)
  if (end.signal === 'SIGXCPU') return createFault('limit', `the program used more processor time than there is in ${seconds} s`)
  if (end.signal !== null) return createFault('signal', `the program was ended by ${end.signal}`)
  return end.exitCode === 0 ? undefined : createFault('exit-code', `the program ended with exit code ${end.exitCode}`)
}

/**
 * Output with the folder under the name that it has inside bubblewrap. Where a run lies is no part of what came of it, and
 * would tell apart two runs that did the same.
 */
const withoutFolder = (output: string, folder: string): string =>
  [folder, realpathSync(folder)].reduce((text, name) => text.replaceAll(name, '/lab'), output)

/**
 * Writes a program into its folder, runs it by `launch`, and reads what it left. The first fault counts, in the order in
 * which a person would ask: did it run to its end, did it leave too much, are its metrics sound.
 */
export const runProgram = async (
  run: Run,
  launch: (folder: string) => Promise<Launch>,
  readEnd = (end: ProcessEnd) => end,
): Promise<ProgramResult> => {
  const { sandbox, program, settings, signal, onOutput } = run
  const folder = resolve(settings.folder)
  await prepareFolder(folder, program, settings.seconds)
  const launched = await launch(folder)
  if ('fault' in launched) return notRun(sandbox, launched.fault)

  const [command = '', ...args] = launched.command
  const { env, ending, scratch } = launched
  const { seconds, outputChars } = settings
  const spec = { command, args, cwd: folder, env, seconds, outputChars, tree: treeLimits(settings), ...(ending && { ending }) }
  const full = new AbortController()
  const watches = [folder, ...(scratch ? [scratch] : [])].map((path) => watchFolder(path, () => full.abort()))
  const end = readEnd(
    await runProcess(spec, AbortSignal.any([signal, full.signal]), onOutput).finally(async () => {
      for (const unwatch of watches) unwatch()
      if (scratch) await rm(scratch, { recursive: true, force: true })
    }),
  )
  const left = await sweepFolder(folder, program)
  const { metrics, fault: metricsFault } = await readMetrics(folder)
  const overfull = full.signal.aborted && !signal.aborted ? createFault('limit', 'the program filled its folder and was killed') : undefined
  const fault = overfull ?? processFault(end, settings) ?? left.fault ?? metricsFault
  return {
    ...(fault && { fault }),
    exitCode: end.exitCode,
    signal: end.signal,
    output: withoutFolder(end.output, folder),
    metrics,
    files: left.files,
    seconds: end.seconds,
    sandbox,
  }
}
