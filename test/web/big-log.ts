import { type LabEvent, parseEvent } from '../../src/core/events/index.ts'
import { type PhaseName, phaseNames, type RoleName, sectionNames } from '../../src/core/names.ts'
import { turnId } from '../../src/core/turn-id.ts'
import { openSqliteEventLog } from '../../src/store/sqlite-event-log.ts'

/** Events that are stored in one go, at one time (ms since 1970, UTC). */
export type Batch = { at: number; events: LabEvent[] }

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
const createChance = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
type Chance = ReturnType<typeof createChance>

const nouns = ['smoothing', 'labels', 'the learning rate', 'the baseline', 'calibration', 'the held-out loss', 'a seed', 'width', 'noise']
const verbs = ['lowers', 'hides', 'moves with', 'does not touch', 'explains', 'is confounded by', 'costs as much as']
const pick = <Item>(chance: Chance, items: readonly [Item, ...Item[]] | readonly Item[]): Item => {
  const item = items[Math.floor(chance() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
const sentence = (chance: Chance) => `${pick(chance, nouns)} ${pick(chance, verbs)} ${pick(chance, nouns)}`
const prose = (chance: Chance, sentences: number) => Array.from({ length: sentences }, () => `It seems that ${sentence(chance)}.`).join(' ')

const speakers: Readonly<Record<PhaseName, readonly RoleName[]>> = {
  'literature-review': ['phd-student'],
  'plan-formulation': ['postdoc', 'phd-student'],
  'data-preparation': ['ml-engineer', 'software-engineer'],
  'running-experiments': ['ml-engineer'],
  'results-interpretation': ['postdoc', 'phd-student'],
  'report-writing': ['professor', 'phd-student'],
  'report-refinement': ['reviewer', 'phd-student'],
}
/** How many of a hundred turns each phase takes. */
const shares: Readonly<Record<PhaseName, number>> = {
  'literature-review': 14,
  'plan-formulation': 8,
  'data-preparation': 8,
  'running-experiments': 40,
  'results-interpretation': 6,
  'report-writing': 18,
  'report-refinement': 6,
}

const formOf = (chance: Chance, overall: number) => ({
  ...{ summary: prose(chance, 2), strengths: prose(chance, 1), weaknesses: prose(chance, 1), questions: prose(chance, 1) },
  ...{ limitations: prose(chance, 1), 'ethical-concerns': false, originality: 2, quality: 3, clarity: 3, significance: 2 },
  ...{ soundness: 3, presentation: 3, contribution: 2, overall, confidence: 3 },
  decision: overall > 5 ? ('accept' as const) : ('reject' as const),
})

type Turn = { id: string; role: RoleName; chance: Chance; count: number }

/** What a turn comes to beside its own four entries, by phase. */
const effects: Readonly<Record<PhaseName, (turn: Turn) => LabEvent[]>> = {
  'literature-review': ({ id, chance, count }) => {
    const paper = {
      id: `arxiv:${count}`,
      source: 'arxiv',
      title: `On how ${sentence(chance)}`,
      authors: ['A. Writer'],
      abstract: prose(chance, 3),
    }
    if (count % 3 === 0) return [{ type: 'search-end', turn: id, query: sentence(chance), source: 'arxiv', status: 'ok', papers: [paper] }]
    const found = `arxiv:${count - (count % 3)}`
    if (count % 3 === 1) return [{ type: 'paper-read', turn: id, id: found, text: prose(chance, 12) }]
    return [{ type: 'paper-add', turn: id, id: found, note: prose(chance, 2) }]
  },
  'plan-formulation': ({ id, chance, count }) => (count % 8 === 7 ? [{ type: 'plan-accept', turn: id, text: prose(chance, 6) }] : []),
  'data-preparation': ({ id, chance }) => [
    { type: 'dataset-search', turn: id, query: sentence(chance), status: 'ok', datasets: [{ id: 'digits', description: 'Small images.' }] },
  ],
  'running-experiments': ({ id, role, chance, count }) => {
    const fails = chance() < 0.2
    const metrics = [1, 2, 3].map((seed) => ({ name: 'accuracy', value: 0.8 + 0.15 * chance(), seed, arm: 'smooth', split: 'test' }))
    const start: LabEvent = { type: 'program-start', id, turn: id, role, operator: 'improve', language: 'python', code: prose(chance, 5) }
    const end = { id, signal: null, output: prose(chance, 2), files: [], sandbox: 'limits', seconds: 9 * chance() }
    const message = `program ${count} ended with 1`
    if (fails) return [start, { ...end, type: 'program-end', exitCode: 1, metrics: [], fault: { kind: 'exit-code', message } }]
    return [
      start,
      { ...end, type: 'program-end', exitCode: 0, metrics },
      { type: 'program-score', turn: id, id, score: chance(), why: prose(chance, 1) },
    ]
  },
  'results-interpretation': ({ id, chance, count }) =>
    count % 6 === 5 ? [{ type: 'interpretation-accept', turn: id, text: prose(chance, 5) }] : [],
  'report-writing': ({ id, chance, count }) => [
    { type: 'section-write', turn: id, section: pick(chance, sectionNames), text: prose(chance, 10 + (count % 5)) },
  ],
  'report-refinement': ({ id, chance, count }) => {
    const overall = 1 + Math.floor(chance() * 9)
    return [{ type: 'review-give', turn: id, reviewer: `reviewer ${1 + (count % 3)}`, form: formOf(chance, overall), score: overall }]
  },
}

const turnEvents = (turn: Turn, phase: PhaseName, step: number): LabEvent[][] => {
  const { id, role, chance } = turn
  const start: LabEvent = { type: 'turn-start', id, step, role, ask: 'next', told: prose(chance, 4), reserve: 2048 }
  const text = JSON.stringify({ command: 'dialogue', text: prose(chance, 3) })
  const usage = { input: 800 + Math.floor(900 * chance()), output: 120, cost: 0.0004 }
  const reply: LabEvent = { type: 'turn-reply', id, text, model: 'stand-in:1', usage }
  const end: LabEvent = { type: 'turn-end', id, command: 'dialogue', ok: true, result: prose(chance, 2) }
  const fault: LabEvent = { type: 'turn-fault', id, fault: { kind: 'rate-limited', message: 'the model asks to wait', retryAfter: 4 } }
  return [[start], ...(chance() < 0.004 ? [[fault]] : []), [reply, ...effects[phase](turn), end]]
}

/** What people and the driver do beside the turns, now and then. */
const besides = (chance: Chance, turns: number): { pause: number; events: LabEvent[] }[] => {
  const question = `question-${turns}`
  if (turns % 900 === 400) {
    const ask: LabEvent = {
      type: 'question-ask',
      id: question,
      text: `Go on, though ${sentence(chance)}?`,
      options: ['go on', 'stop'],
      blocks: true,
    }
    return [
      { pause: 2000, events: [ask] },
      { pause: 1_800_000, events: [{ type: 'answer-give', by: 'web', question, answer: 'go on' }] },
    ]
  }
  if (turns % 1500 === 700) return [{ pause: 5000, events: [{ type: 'note-add', by: 'web', text: prose(chance, 1) }] }]
  if (turns % 4000 !== 2000) return []
  return [
    { pause: 1000, events: [{ type: 'run-halt', cause: 'pause', why: 'web asked for a pause' }] },
    { pause: 8 * 3_600_000, events: [{ type: 'run-resume', generation: 2 }] },
  ]
}

/** Entries that a turn comes to, on average. */
const entriesOfTurn = 4.2
const attempts = 4

/**
 * The record of a long run, `count` entries of it: made up, but every event is one that the lab could have stored. The same
 * seed gives the same record.
 */
export function* bigLog(count: number, seed = 7): Generator<Batch> {
  const chance = createChance(seed)
  let [at, left, turns] = [Date.UTC(2026, 0, 5, 9), count, 0]
  const batch = (events: LabEvent[], pause: number): Batch => {
    at += Math.round(pause)
    const kept = events.slice(0, left)
    left -= kept.length
    return { at, events: kept }
  }
  const topic = 'Does label smoothing help small networks when a fifth of the labels are wrong?'
  yield batch([{ type: 'run-start', topic, seed, language: 'en', version: '0', config: {}, configHash: 'none' }], 0)
  yield batch([{ type: 'model-choose', model: 'stand-in:1', why: 'This record is made up.' }], 900)
  for (let attempt = 1; left > 0; attempt += 1)
    for (const phase of phaseNames.slice(attempt === 1 ? 0 : 1)) {
      if (left <= 0) return
      yield batch([{ type: 'phase-start', phase, attempt }], 300)
      const most = Math.max(1, Math.round((count * shares[phase]) / 100 / entriesOfTurn / attempts))
      for (let step = 0; step < most && left > 0; step += 1) {
        const role = speakers[phase][step % speakers[phase].length] ?? 'phd-student'
        const turn = { id: turnId(phase, attempt, step, 0), role, chance, count: step }
        for (const events of turnEvents(turn, phase, step)) if (left > 0) yield batch(events, 200 + 4000 * chance())
        turns += 1
        for (const { pause, events } of besides(chance, turns)) if (left > 0) yield batch(events, pause)
      }
      const last = phase === 'report-refinement'
      const next = last ? 'plan-formulation' : (phaseNames[phaseNames.indexOf(phase) + 1] ?? 'end')
      if (left > 0) yield batch([{ type: 'phase-end', phase, attempt, outcome: { kind: 'complete' }, next }], 200)
    }
}

/** Writes it into the database of runs at `file`, as run `run`, with every event checked. About 5 s for 100,000. */
export const writeBigLog = (file: string, run: string, count: number, seed?: number): void => {
  let now = 0
  const log = openSqliteEventLog(file, { clock: () => now, alive: () => false })
  try {
    const batches = bigLog(count, seed)
    const first = batches.next().value as Batch
    now = first.at
    log.create(run, first.events[0])
    const got = log.acquire(run, { pid: process.pid, started: '1', host: 'here' })
    if (!('lease' in got)) throw new Error(`${run} is driven`)
    let head = 1
    for (const { at, events } of batches) {
      now = at
      head += log.append(got.lease, events.map(parseEvent), head).length
    }
    log.release(got.lease)
  } finally {
    log.close()
  }
}
