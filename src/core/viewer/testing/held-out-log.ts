import type { Contract } from '../../contract.ts'
import type { DataCard } from '../../data-card.ts'
import type { LabEvent } from '../../events/index.ts'
import type { Metric } from '../../metric.ts'
import type { Flag, Judgement, ProgramOperator } from '../../state.ts'

const heldOutContract: Contract = {
  hypotheses: [
    'Trees that are told the ratio of two measures predict the quality better than trees that see the measures alone.',
    'The gain is larger where fewer rows are there to learn from.',
  ],
  metric: 'accuracy',
  goal: 'max',
  proposed: 'ratios',
  baselines: ['majority', 'measures alone'],
  ablations: ['one ratio'],
  datasets: ['openml:wine-quality-red'],
  repetitions: 5,
  evaluation: 'hold-out',
}

const measures = ['fixed acidity', 'volatile acidity', 'citric acid', 'residual sugar', 'chlorides', 'free sulfur dioxide', 'density', 'pH']

export const heldOutCard: DataCard = {
  source: 'openml:wine-quality-red',
  licence: 'CC BY 4.0',
  rows: 1599,
  columns: [
    ...measures.map((name, place) => ({
      name,
      type: 'number' as const,
      missing: place === 2 ? 132 : 0,
      distinct: 80 + 9 * place,
      least: place,
      mean: 1.5 + 1.25 * place,
      most: 4 + 3 * place,
    })),
    { name: 'bottled', type: 'date', missing: 11, distinct: 212 },
    { name: 'quality', type: 'text', missing: 0, distinct: 4, top: [{ value: 'middling', count: 681 }] },
  ],
  target: 'quality',
  task: 'classification',
  classes: [
    { value: 'middling', count: 681 },
    { value: 'good', count: 638 },
    { value: 'excellent', count: 217 },
    { value: 'poor', count: 63 },
  ],
  splits: [
    { name: 'train', rows: 959 },
    { name: 'valid', rows: 320 },
    { name: 'test', rows: 320 },
  ],
  seed: 7,
  duplicates: 240,
  acrossSplits: 31,
  sha256: '5e'.repeat(32),
  problems: [
    'The column citric acid lacks a value in 132 of 1,599 rows.',
    'Every sixth row is there more than once, and 31 rows have the same features as a row of another split.',
  ],
}

const searchSeeds = [184_221, 502_113, 633_870, 77_402, 918_345]
const freshSeeds = [20_344, 415_002, 871_993, 560_127, 309_581]
const finalSeeds = [...searchSeeds, ...freshSeeds]

/** Around a value, some higher and some lower: the same for the same seed. */
const near = (value: number, seed: number, width: number): number => Number((value + width * (((seed % 97) - 48) / 48)).toFixed(4))

type Ran = {
  id: string
  operator: ProgramOperator
  seat?: number
  parent?: string
  value?: number
  width?: number
  seeds?: readonly number[]
  flags?: Flag[]
  failed?: string
  open?: boolean
}

/** How far the other arms lie below the proposed one. */
const below: Readonly<Record<string, number>> = { 'one ratio': 0.014, 'measures alone': 0.026, majority: 0.31 }

const metricsOf = ({ operator, value = 0, width = 0.012, seeds = searchSeeds }: Ran): Metric[] => {
  const split = operator === 'final' ? 'test' : 'valid'
  const arms = [['ratios', 0] as const, ...Object.entries(below)]
  return arms.flatMap(([arm, less]) =>
    seeds.map((seed): Metric => ({ name: 'accuracy', value: near(value - less, seed, width), seed, arm, split, by: 'gal' })),
  )
}

/** The engineer's turn, and the program that it wrote; one that the lab runs again by itself has no turn of its own. */
const ran = (program: Ran): LabEvent[] => {
  const { id, operator, seat = 0, parent, seeds = searchSeeds, flags, failed, open = false } = program
  const role = 'ml-engineer'
  const isOrdered = operator === 'confirm' || operator === 'final'
  const asked: LabEvent[] = [
    {
      type: 'turn-start',
      id,
      step: 1,
      role,
      seat,
      ask: parent ? `${operator}:${parent}` : operator,
      told: 'Write a program.',
      reserve: 900,
    },
    { type: 'turn-reply', id, text: 'import lab', model: 'made-up', usage: { input: 900, output: 300, cost: 0 } },
  ]
  const start: LabEvent = {
    type: 'program-start',
    id,
    turn: id,
    role,
    operator,
    ...(parent ? { parent } : {}),
    language: 'python',
    code: 'import lab\nfor seed in lab.seeds:\n    lab.predict("valid", model(seed), seed=seed, arm="ratios")\n',
    seeds: [...seeds],
  }
  const end: LabEvent = {
    type: 'program-end',
    id,
    ...(failed ? { fault: { kind: 'exit-code' as const, message: failed } } : {}),
    exitCode: failed ? 1 : 0,
    signal: null,
    output: failed ?? '[100%] all seeds\n',
    metrics: failed ? [] : metricsOf(program),
    files: ['predictions.jsonl'],
    sandbox: 'bubblewrap',
    seconds: 14.2,
    hash: 'ab'.repeat(32),
    ...(flags ? { flags } : {}),
  }
  const told: LabEvent = { type: 'turn-end', id, command: 'write-program', ok: !failed, result: 'It ran.' }
  return [...(isOrdered ? [] : asked), start, ...(open ? [] : [end]), ...(isOrdered || open ? [] : [told])]
}

const phase = 'running-experiments'
const idOf = (step: number, seat = 0): string => `${phase}.1.${step}.${seat}`
const judged = (judgement: Judgement): LabEvent => ({ type: 'program-judge', ...judgement }) as LabEvent

const [first, second, repaired, better, last] = [idOf(0), idOf(0, 1), idOf(3), idOf(6), idOf(9, 1)]
const again = { operator: 'confirm' as const, seeds: freshSeeds }

const search: readonly LabEvent[] = [
  ...ran({ id: first, operator: 'draft', value: 0.642 }),
  ...ran({ id: second, operator: 'draft', seat: 1, failed: 'it ended with exit code 1: ValueError: could not convert string to float' }),
  judged({ program: first, accepted: true, pairs: 0 }),
  ...ran({ id: repaired, operator: 'repair', parent: second, value: 0.651, width: 0.034 }),
  ...ran({ ...again, id: idOf(4, 100), parent: first, value: 0.64 }),
  ...ran({ ...again, id: idOf(4, 101), parent: repaired, value: 0.646, width: 0.034 }),
  judged({ program: repaired, best: first, accepted: false, p: 0.281, difference: 0.006, pairs: 5, level: 0.05 }),
  ...ran({
    id: idOf(5),
    operator: 'draft',
    value: 0.426,
    width: 0,
    flags: [{ kind: 'seeds-ignored', why: 'Every seed measured 0.426: the seeds are not used.' }],
  }),
  ...ran({ id: better, operator: 'improve', parent: first, value: 0.689 }),
  ...ran({ ...again, id: idOf(7, 102), parent: first, value: 0.641 }),
  ...ran({ ...again, id: idOf(7, 103), parent: better, value: 0.684 }),
  judged({ program: better, best: first, accepted: true, p: 0.004, difference: 0.043, pairs: 5, level: 0.04 }),
  ...ran({
    id: idOf(8),
    operator: 'improve',
    parent: better,
    value: 0.986,
    width: 0.004,
    flags: [
      { kind: 'too-good', why: 'An accuracy of 0.986 is far above every other program.' },
      { kind: 'leak', why: 'It reads a file beside it that holds labels.' },
    ],
  }),
  ...ran({
    id: idOf(9),
    operator: 'improve',
    parent: better,
    value: 0.689,
    flags: [{ kind: 'identical-results', why: `It measured exactly what ${better} measured.` }],
  }),
  ...ran({ id: last, operator: 'improve', seat: 1, parent: better, value: 0.692 }),
  ...ran({ ...again, id: idOf(10, 104), parent: better, value: 0.684 }),
  ...ran({ ...again, id: idOf(10, 105), parent: last, value: 0.687 }),
  judged({ program: last, best: better, accepted: false, p: 0.118, difference: 0.003, pairs: 5, level: 0.05 }),
]

/** The winner once more, with more seeds and on test data. */
export const heldOutEnd: readonly LabEvent[] = [
  ...ran({ id: idOf(11), operator: 'final', parent: better, value: 0.679, seeds: finalSeeds }),
  { type: 'phase-end', phase, attempt: 1, outcome: { kind: 'complete' }, next: 'results-interpretation' },
  { type: 'phase-start', phase: 'results-interpretation', attempt: 1 },
]

/** The last program, which still runs. */
export const runningProgram = idOf(11)
export const heldOutRunning: readonly LabEvent[] = ran({ id: runningProgram, operator: 'improve', parent: better, open: true })

const planText = [
  '**Question.** Do ratios of two measures tell more of a wine than the measures?',
  '**Data.** 1,599 red wines with eight measures and a quality in four steps.',
  '**Comparison.** Gradient boosting with and without ratios, on the same splits and seeds.',
].join('\n\n')

/** For tests and pictures: a made-up study whose programs predict, and whose labels the lab keeps, up to the last judgement. */
export const heldOutLog: readonly LabEvent[] = [
  {
    type: 'run-start',
    topic: 'Do ratios of measures tell more about the quality of wine?',
    seed: 1,
    language: 'en',
    version: 'made-up',
    config: { budget: { calls: 60 } },
    configHash: 'none',
  },
  { type: 'model-choose', model: 'made-up', why: 'nobody was asked' },
  { type: 'phase-start', phase: 'plan-formulation', attempt: 1 },
  { type: 'plan-accept', turn: 'plan-formulation.1.4.0', text: planText, contract: heldOutContract },
  { type: 'phase-end', phase: 'plan-formulation', attempt: 1, outcome: { kind: 'complete' }, next: 'data-preparation' },
  { type: 'phase-start', phase: 'data-preparation', attempt: 1 },
  { type: 'data-card', turn: 'data-preparation.1.2.0', card: heldOutCard },
  { type: 'phase-end', phase: 'data-preparation', attempt: 1, outcome: { kind: 'complete' }, next: phase },
  { type: 'phase-start', phase, attempt: 1 },
  ...search,
]
