import { join } from 'node:path'
import { hashOf } from '../../core/canonical.ts'
import type { LabEvent } from '../../core/events/index.ts'
import type { Facts } from '../../core/facts.ts'
import type { Fault } from '../../core/fault.ts'
import type { Kind } from '../../core/kinds.ts'
import type { PhaseName } from '../../core/names.ts'
import type { Model, Request } from '../../models/model.ts'
import { createScripted } from '../../models/scripted.ts'
import { phases } from '../../phases/index.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { createBundled } from '../../sources/bundled.ts'
import { combineTables, createDatasetCatalogue } from '../../sources/datasets.ts'
import type { EventLog } from '../../store/event-log.ts'
import { createMemoryDisk, createMemoryEventLog, type MemoryDisk } from '../../store/memory-event-log.ts'
import type { Parts, Settings } from '../parts.ts'
import { loadPrompts } from '../prompts.ts'
import { conduct, type RunResult } from '../run.ts'
import { simpleCast } from './simple-cast.ts'

// The bundled papers are counted once: they never change.
const bundled = createBundled()
const prompts = loadPrompts([join(import.meta.dirname, '../../../prompts')])

/** Stands for the sandbox where only the drive is tested: every program measures something that follows from its code. */
const quickSandbox: Sandbox = {
  async run({ files, seeds = [1, 2, 3, 4, 5] }) {
    const value = Number.parseInt(hashOf(files).slice(0, 6), 16) / 0xffffff
    const metrics = ['smoothing=0', 'smoothing=0.1'].flatMap((arm) =>
      seeds.map((seed) => ({ name: 'accuracy', value: value + (seed % 7) / 1000, seed, arm, split: 'test' })),
    )
    return { exitCode: 0, signal: null, output: 'measured', metrics, files: [], seconds: 0, sandbox: 'limits' }
  },
}

export type TestLab = {
  disk?: MemoryDisk
  topic?: string
  kind?: Kind
  /** Events that fit before the process "dies". */
  room?: number
  cast?: (facts: Facts, request: Request) => string | Fault | Promise<string | Fault>
  settings?: Partial<Settings>
  phaseSettings?: Partial<Record<PhaseName, Record<string, unknown>>>
  context?: number
  /** Weights of the model: below some number it is kept short. */
  parameters?: number
  sandbox?: Sandbox
  interrupt?: AbortSignal
  log?: EventLog
}

export const run = 'a-run'
export const start: LabEvent = {
  type: 'run-start',
  topic: 'label smoothing',
  seed: 1,
  language: 'en',
  version: 'test',
  config: {},
  configHash: 'none',
}

/** Real phases, prompts and bundled papers around a model; what differs is said. */
export const createTestParts = ({ model, settings, phaseSettings, sandbox = quickSandbox }: TestLab & { model: Model }): Parts => ({
  prompts,
  model: () => model,
  source: bundled,
  datasets: createDatasetCatalogue(),
  tables: combineTables([]),
  sandbox,
  signal: () => undefined,
  now: () => 0,
  settings: {
    language: 'en',
    phases: Object.fromEntries(
      phases.map(({ name, settings: schema }) => [name, schema.parse(phaseSettings?.[name] ?? {})]),
    ) as Settings['phases'],
    budget: {},
    gates: {},
    taskNotes: {},
    waitSeconds: 0,
    questions: 0,
    temperature: 0.5,
    maxTokens: 512,
    price: { input: 0, output: 0 },
    program: { language: 'javascript', seconds: 10, memoryMiB: 256, outputChars: 2000 },
    folder: '/nowhere',
    ...settings,
  },
})

/** Drives a run on a log in memory, over real phases, prompts and the bundled papers. `asked` holds every request that was made. */
export const driveTestLab = async (
  options: TestLab = {},
): Promise<{ result: RunResult; disk: MemoryDisk; asked: Request[]; log: EventLog }> => {
  const disk = options.disk ?? createMemoryDisk()
  const log =
    options.log ?? createMemoryEventLog({ disk, ...(options.room === undefined ? {} : { room: options.room }), alive: () => false })
  const fresh = !log.has(run)
  const { topic = start.topic, kind } = options
  if (fresh) log.create(run, { ...start, topic, ...(kind ? { kind } : {}) })
  const taken = log.acquire(run, { pid: 1, started: 'then', host: 'here' })
  if (!('lease' in taken)) throw new Error('the run is driven')
  const asked: Request[] = []
  const cast = options.cast ?? simpleCast
  const model = createScripted(
    (request) => {
      asked.push(request)
      return cast(request.facts, request)
    },
    {
      ...(options.context === undefined ? {} : { context: options.context }),
      ...(options.parameters === undefined ? {} : { parameters: options.parameters }),
    },
  )
  const parts = createTestParts({ ...options, model })
  const result = await conduct({
    log,
    lease: taken.lease,
    parts,
    model: { name: model.name, why: 'a test' },
    resumed: !fresh,
    publish: async () => [],
    onStored: () => undefined,
    interrupt: options.interrupt ?? new AbortController().signal,
  })
  return { result, disk, asked, log }
}
