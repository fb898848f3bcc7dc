import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { EventLog, StoredEvent } from '../../store/event-log.ts'
import type { LabControl } from '../lab-control.ts'

/** What is told as it happens and not stored: see `signal` in protocol.ts. */
export type SignalListener = (run: string, key: string, data: Readonly<Record<string, unknown>>) => void

/** All that an adapter over HTTP works with. Host, Origin and token were checked before any of its routes is reached. */
export type HttpContext = {
  log: EventLog
  /** The lab as this request may use it: who shows the read-only token gets one that refuses to change anything. */
  controlFor(request: FastifyRequest): LabControl
  /** Every event of a run after a seq: the stored ones, then each as it comes, until the signal is aborted. Does not end with the run. */
  follow(run: string, after: number, signal: AbortSignal): AsyncGenerator<StoredEvent>
  /** Gives the function that ends it. */
  onSignal(listener: SignalListener): () => void
  /** JSON Schema of the settings that a start may carry; any when missing. */
  startSettings?: Readonly<Record<string, unknown>> | undefined
  /** What the viewer speaks unless somebody chooses otherwise; the browser's own language when missing. */
  language?: string | undefined
  /** The version of gal. */
  version: string
  /** Where this server is, as http://…, without a slash at the end. */
  url(): string
  /** How many WebSocket connections are open, and what waits in them. */
  load?(): { clients: number; queuedBytes: number }
  /** Told of what is wrong in gal itself. */
  onDefect(error: unknown): void
}

/** One interface over the one log: it adds its routes, and decides nothing. */
export type Adapter = (app: FastifyInstance, context: HttpContext) => void | Promise<void>
