import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { GalError } from '../core/error.ts'
import type { EventOf, LabEvent } from '../core/events/index.ts'
import { fold } from '../core/events/index.ts'
import { createState, type ReadonlyState } from '../core/state.ts'
import type { ViewerState } from '../core/viewer/viewer-state.ts'
import { type Config, loadConfig, readStoredConfig, type Secrets } from '../lab/config.ts'
import type { Signal } from '../lab/parts.ts'
import { tellRun } from '../lab/people.ts'
import type { RunResult } from '../lab/run.ts'
import { tailRun } from '../lab/tail.ts'
import { createShared, type Shared } from '../models/shared.ts'
import { isAlive, processStart } from '../process/process-start.ts'
import type { renderReport } from '../report/render-report.ts'
import { createArtifactStore } from '../store/artifact-store.ts'
import type { EventLog, StoredEvent } from '../store/event-log.ts'
import { openSourceStore } from '../store/source-store.ts'
import { openSqliteEventLog } from '../store/sqlite-event-log.ts'
import type { RunSummary } from '../transport/lab-control.ts'
import { type BeginInput, type Begun, beginRun } from './begin-run.ts'
import { checkRecord } from './check-record.ts'
import { databaseFile } from './database-file.ts'
import { findRun } from './find-run.ts'
import { giveBack } from './give-back.ts'
import type { Machine } from './machine.ts'
import { moduleBeside } from './module-beside.ts'
import { createRunViews } from './run-views.ts'

export type { RunSummary } from '../transport/lab-control.ts'

export type LabInput = { config: Config; secrets?: Secrets; machine: Machine }

export type DriveInput = {
  interrupt: AbortSignal
  onSignal?(signal: Signal): void
  onStored?(stored: StoredEvent): void
  onProblem?(message: string): void
  /** Settings that go before those that the run began with, as on the command line: another model, a larger budget. */
  flags?: Readonly<Record<string, unknown>>
  sets?: readonly string[]
}

/** Everything that can be done with a folder of runs. All of it is read from the log, and all of it is put there. */
export type Lab = {
  config: Config
  version: string
  log: EventLog
  /** What it was made with, for whoever works beside its runs. */
  machine: Machine
  /** What the models that are opened here share of their servers, inside runs and outside of them. */
  shared: Shared
  /** A secret by the name of its environment variable. */
  secret(name: string): string | undefined
  /** Puts the beginning of a run on the log and gives the run's name. */
  begin(topic: string): string
  /** The same with settings of its own; the same key begins the same run. Throws GalError `key-reused` for a key with another topic. */
  beginOnce(start: BeginInput): Begun
  /** Drives a run to its end, or until it must be let go of; also one that was begun, paused or killed. */
  drive(run: string, input: DriveInput): Promise<RunResult>
  /** Puts on the log what a person asks of a run. */
  tell(run: string, input: EventOf<'pause-ask' | 'stop-ask' | 'note-add' | 'answer-give'>): StoredEvent
  tail(run: string, after: number, signal: AbortSignal): AsyncGenerator<StoredEvent>
  state(run: string): ReadonlyState
  /** All runs, in the order in which they were made. */
  runs(): RunSummary[]
  /** One run, by its whole name. Throws GalError `unknown-run`. */
  summary(run: string): RunSummary
  /** What a viewer shows of a run, now or after the entry `at`. Throws GalError `unknown-run`. */
  view(run: string, at?: number): ViewerState
  /** The run with this name, or the last one for `latest`. */
  find(name: string): string
  folder(run: string): string
  close(): void
}

export const createLab = ({ config, secrets = new Map(), machine }: LabInput): Lab => {
  const { env, now, random, version } = machine
  const home = resolve(config.runs)
  const file = databaseFile(config)
  const host = hostname()
  const alive = (owner: { pid: number; started: string; host: string }) => owner.host !== host || isAlive(owner.pid, owner.started)
  const log = openSqliteEventLog(file, { clock: now, alive })
  const views = createRunViews(log, alive)
  const shared = createShared()
  const folder = (run: string) => join(home, run)
  const secret = (name: string) => secrets.get(name) ?? env[name]

  const state = (run: string) => fold(createState(), log.read(run, 0))

  const publish =
    (run: string) =>
    async (ended: ReadonlyState, readText: Parameters<typeof renderReport>[1]): Promise<LabEvent[]> => {
      const store = createArtifactStore(folder(run))
      const report = await import('../report/render-report.ts')
      const rendered = await report.renderReport(ended, readText, { version })
      const files = { ...rendered.files, ...moduleBeside(rendered.files) }
      return Object.entries(files).map(([name, content]) => ({
        type: 'artifact-write',
        name: `report/${name}`,
        ...store.write(`report/${name}`, content),
      }))
    }

  const beginOnce = (start: BeginInput): Begun => beginRun({ log, secrets, secret, random, version }, start)

  const startOf = (run: string): EventOf<'run-start'> => {
    const first = log.read(run, 0, 1)[0]?.event
    if (first?.type !== 'run-start')
      throw new GalError('bad-record', `the run ${run} does not begin with its start`, 'begin it anew with gal run')
    return first
  }

  return {
    config,
    version,
    log,
    machine,
    shared,
    secret,
    state,
    folder,
    find: (name) => findRun(log, name),
    tail: (run, after, signal) => tailRun(log, run, after, signal),
    tell: (run, input) => tellRun(log, run, input),
    close: () => log.close(),

    begin: (topic) => beginOnce({ topic, config }).run,
    beginOnce,

    async drive(
      run,
      { interrupt, onSignal = () => undefined, onStored = () => undefined, onProblem = () => undefined, flags = {}, sets = [] },
    ) {
      const { config: effective } = loadConfig({ defaults: readStoredConfig(startOf(run).config), flags, sets })
      const resumed = log.read(run, 1, 1).length > 0
      checkRecord(log, run)
      const taken = log.acquire(run, { pid: process.pid, started: processStart(process.pid) ?? '', host })
      if ('driver' in taken)
        throw new GalError(
          'run-driven',
          `the run ${run} is being driven by process ${taken.driver.pid} on ${taken.driver.host}`,
          `look on with gal watch ${run}, or end that process first`,
        )
      const stores = openSourceStore(file, now)
      try {
        // The weight of models, sources and the graph is loaded only now: the beginning is on the record by then.
        const [{ openParts }, { conduct }] = await Promise.all([import('./open-parts.ts'), import('../lab/run.ts')])
        const { parts, model } = await openParts({
          config: effective,
          folder: folder(run),
          machine,
          secret,
          shared,
          stores,
          interrupt,
          onSignal,
          onProblem,
        })
        return await conduct({ log, lease: taken.lease, parts, model, resumed, publish: publish(run), onStored, interrupt })
      } finally {
        stores.close()
        giveBack(log, taken.lease)
      }
    },

    runs: () => views.summaries(),
    summary: (run) => views.summary(run),
    view: (run, at) => (at === undefined ? views.view(run) : views.stateAt(run, at)),
  }
}
