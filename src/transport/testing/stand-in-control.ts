import { GalError } from '../../core/error.ts'
import type { LabControl, RunSummary } from '../lab-control.ts'

export const summaryOf = (run: string): RunSummary => ({
  run,
  topic: 'Does label smoothing help?',
  status: 'running',
  outcome: null,
  phase: null,
  attempt: null,
  model: 'rehearsal',
  createdAt: '2026-11-02T10:00:00.000Z',
  at: '2026-11-02T10:00:00.000Z',
  events: 1,
  calls: 0,
  tokens: 0,
  cost: 0,
  seconds: 0,
  questions: 0,
  driver: null,
})

/** A lab without anything in it, as far as a test does not say otherwise. */
export const standInControl = (changes: Partial<LabControl> = {}): LabControl => ({
  runs: () => [],
  run(run) {
    throw new GalError('unknown-run', `there is no run ${run}`, 'run.list names them all')
  },
  start: async () => ({ run: 'r', begun: true }),
  resume: async (run) => ({ run }),
  pause: () => undefined,
  stop: () => undefined,
  note: () => undefined,
  answer: () => undefined,
  state(run) {
    throw new GalError('unknown-run', `there is no run ${run}`)
  },
  artifact: () => undefined,
  agents: () => [],
  async execute(agent) {
    throw new GalError('unknown-agent', `there is no agent ${agent}`)
  },
  searchPapers: async () => [],
  text: async () => ({ text: '', model: 'rehearsal' }),
  greeting: 'Respuesta desde gal',
  ...changes,
})
