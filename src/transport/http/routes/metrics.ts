import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { z } from 'zod'
import { GalError } from '../../../core/error.ts'
import { agentsStream } from '../../../core/names.ts'
import { runStatuses } from '../../../core/run-status.ts'
import type { EventLog } from '../../../store/event-log.ts'
import type { LabControl, RunSummary } from '../../lab-control.ts'
import type { Adapter, HttpContext } from '../context.ts'
import { createModelCalls } from '../model-calls.ts'
import { problems } from '../shapes.ts'

const requestSeconds = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10]
const callSeconds = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300]

const isBroken = (error: unknown): boolean => error instanceof GalError && error.code === 'bad-record'

/** A run by itself; undefined when its record is broken, which is noted. */
const summaryOf = (control: LabControl, run: string, broken: Set<string>): RunSummary | undefined => {
  try {
    return control.run(run)
  } catch (error) {
    if (!isBroken(error)) throw error
    broken.add(run)
    return undefined
  }
}

/** All runs but those whose record is broken. Asked for one by one only when they cannot be had together. */
const readable = (control: LabControl, log: EventLog, broken: Set<string>): readonly RunSummary[] => {
  try {
    return control.runs()
  } catch (error) {
    if (!isBroken(error)) throw error
    const names = log.runs().flatMap(({ run }) => (run === agentsStream ? [] : [run]))
    return names.flatMap((run) => summaryOf(control, run, broken) ?? [])
  }
}

/** Each is read when somebody asks: nothing is counted while nobody does, but for the requests. */
const createMeasures = ({ log, load }: HttpContext) => {
  const registers = [new Registry()]
  const runs = new Gauge({ name: 'gal_runs', help: 'Runs by how they stand', labelNames: ['status'], registers })
  const unreadable = new Gauge({
    name: 'gal_runs_unreadable',
    help: 'Runs whose record is broken; they are in no other measure',
    registers,
  })
  const events = new Counter({ name: 'gal_events_total', help: 'Events on the log, of all runs', registers })
  const clients = new Gauge({ name: 'gal_clients', help: 'WebSocket connections', registers })
  const queued = new Gauge({ name: 'gal_queued_bytes', help: 'Bytes that wait for WebSocket clients to take them', registers })
  const calls = new Histogram({
    name: 'gal_model_call_seconds',
    help: 'From the start of a turn to the reply of the model, by role',
    labelNames: ['role'],
    buckets: callSeconds,
    registers,
  })
  const requests = new Histogram({
    name: 'gal_http_request_seconds',
    help: 'Requests over HTTP; streams count when they end',
    labelNames: ['method', 'route', 'status'],
    buckets: requestSeconds,
    registers,
  })
  const answered = createModelCalls(log)

  const read = async (control: LabControl): Promise<string> => {
    const broken = new Set<string>()
    const all = readable(control, log, broken)
    for (const status of runStatuses) runs.set({ status }, all.filter((run) => run.status === status).length)
    events.reset()
    events.inc(log.runs().reduce((sum, { head }) => sum + head, 0))
    const now = load?.()
    clients.set(now?.clients ?? 0)
    queued.set(now?.queuedBytes ?? 0)
    for await (const { role, seconds } of answered(broken)) calls.observe({ role }, seconds)
    unreadable.set(broken.size)
    return registers[0]?.metrics() ?? ''
  }
  return { requests, read }
}

/** What Prometheus reads. */
export const metrics: Adapter = (app, context) => {
  const { requests, read } = createMeasures(context)
  // One at a time: each reads on where the one before ended.
  let reading: Promise<unknown> = Promise.resolve()
  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown')
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.route({
    method: 'GET',
    url: '/metrics',
    schema: {
      tags: ['server'],
      summary: 'Measures for Prometheus',
      response: { 200: { description: 'OK', content: { 'text/plain': { schema: z.string() } } }, ...problems() },
    },
    handler: async (request, reply) => {
      const text = reading.then(() => read(context.controlFor(request)))
      reading = text.catch(() => undefined)
      return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await text)
    },
  })
}
