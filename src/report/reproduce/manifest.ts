import type { EventOf, LabEvent } from '../../core/events/index.ts'
import type { ReadonlyProgram, ReadonlyState } from '../../core/state.ts'
import { fileEnding } from '../evidence.ts'
import { isRehearsal } from '../front.ts'
import { type Runtime, runtimeOf } from './runtime.ts'

/** What an archive says of itself: read by its script, and by people. */
export type Manifest = {
  topic: string
  attempt: number
  outcome: ReadonlyState['outcome'] | null
  /** Of gal and of what ran the winner. */
  versions: { gal: string; runtime: Runtime }
  /** In the order in which they were chosen. */
  models: readonly string[]
  /** Whether the program is the lab's own, from templates: then it is run without being asked for. */
  rehearsal: boolean
  /** Of the run, and those that the program was given; null when it chose its own. */
  seeds: { run: number; program: readonly number[] | null }
  program: {
    id: string
    parent: string | null
    language: 'javascript' | 'python'
    main: string
    /** Names in programs/winner/. */
    files: readonly string[]
    /** SHA-256 of its files, seeds and data, as recorded. */
    hash: string | null
    sandbox: string
    /** Seconds that it may take when run again. */
    seconds: number
    flags: readonly { kind: string; why: string }[]
  }
}

/** A slower machine gets this many times the limit of the lab. */
const patience = 10
const hour = 3600

/** The time limit of the lab's programs, which every configuration holds. */
const limitOf = ({ config }: EventOf<'run-start'>): number | undefined => {
  const experiments = config.experiments as { seconds?: unknown } | undefined
  return typeof experiments?.seconds === 'number' ? experiments.seconds : undefined
}

export type About = { state: ReadonlyState; events: readonly LabEvent[]; start: EventOf<'run-start'>; attempt: number }

export const manifestOf = ({ state, events, start, attempt }: About, winner: ReadonlyProgram, files: readonly string[]): Manifest => {
  const { id, parent = null, language, hash = null, sandbox, flags = [], seeds = null } = winner
  return {
    topic: state.topic,
    attempt,
    outcome: state.outcome ?? null,
    versions: { gal: start.version, runtime: runtimeOf(events, id) },
    models: [...new Set(events.flatMap((event) => (event.type === 'model-choose' ? [event.model] : [])))],
    // Only the lab's own programs run with limits alone: a model may have written this one, whatever the run is called.
    rehearsal: isRehearsal(state) && sandbox === 'limits',
    seeds: { run: state.seed, program: seeds },
    program: {
      ...{ id, parent, language, main: `main.${fileEnding[language]}`, files, hash, sandbox },
      seconds: patience * (limitOf(start) ?? hour),
      flags,
    },
  }
}
