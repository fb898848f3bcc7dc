import { GalError } from '../core/error.ts'
import type { LabEvent } from '../core/events/index.ts'
import type { Outcome } from '../core/outcome.ts'
import type { ReadonlyState } from '../core/state.ts'
import type { ReadText } from '../core/text.ts'
import { phaseNamed, phases } from '../phases/index.ts'
import type { EventLog, Lease, StoredEvent } from '../store/event-log.ts'
import { drive } from './drive.ts'
import { route } from './graph.ts'
import type { Halt } from './halt.ts'
import { openJournal } from './journal.ts'
import { runOutcome } from './outcome.ts'
import type { Parts } from './parts.ts'

/** How a driver left a run: at its end, or before it, to be resumed. */
export type RunResult = { ended: Outcome } | { halted: Halt }

export type Conduct = {
  log: EventLog
  lease: Lease
  parts: Parts
  /** The model that was chosen, and why, for people. */
  model: { name: string; why: string; parameters?: number }
  /** True when this driver takes up what another began. */
  resumed: boolean
  /** Writes the report's files whole and gives the events that say so. */
  publish(state: ReadonlyState, readText: ReadText): Promise<LabEvent[]>
  onStored(stored: StoredEvent): void
  interrupt: AbortSignal
}

/** Drives a run whose start is on the log until it ends or has to be let go of; the lease is given back in any case. */
export const conduct = async ({ log, lease, parts, model, resumed, publish, onStored, interrupt }: Conduct): Promise<RunResult> => {
  const journal = openJournal(log, lease, onStored)
  const { state, append } = journal
  try {
    if (!state.topic) throw new GalError('bad-record', `the run ${lease.run} has no beginning on the log`, 'start it again with gal run')
    if (state.outcome) return { ended: state.outcome as Outcome }
    if (resumed) append({ type: 'run-resume', generation: lease.generation })
    append({ type: 'model-choose', model: model.name, why: model.why, ...(model.parameters ? { parameters: model.parameters } : {}) })
    let halt: Halt | undefined
    const entry = state.phase?.name ?? state.next ?? 'literature-review'
    const way = await route(phases, entry, async ({ name }) => {
      const driven = await drive(parts, phaseNamed(name), journal, interrupt)
      if ('to' in driven) return driven.to
      halt = driven.halt
      return 'halt'
    })
    if (way === 'halt' && halt) {
      append({ type: 'run-halt', cause: halt.cause, why: halt.why })
      return { halted: halt }
    }
    const outcome = runOutcome(state)
    const written = await publish({ ...state, outcome }, journal.readText)
    append(...written, { type: 'run-end', outcome })
    return { ended: outcome }
  } finally {
    journal.close()
    log.release(lease)
  }
}
