import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../../agents/commands/index.ts'
import { hashOf } from '../../../core/canonical.ts'
import { fold, type LabEvent } from '../../../core/events/index.ts'
import { createState, type RunState } from '../../../core/state.ts'
import { driveTestLab, run, start } from '../../../lab/testing/test-lab.ts'
import { createSandbox } from '../../../sandbox/index.ts'
import { createMemoryDisk, createMemoryEventLog } from '../../../store/memory-event-log.ts'
import { analyse } from '../analyse.ts'
import { chooseStudy } from '../choose.ts'
import { createRehearsal, isRehearsalProgram } from '../index.ts'
import { cast } from './cast.ts'
import { finalOf, settingsOf } from './programs.ts'

const tools = { nodePath: process.execPath, pythonPath: '/nowhere/python3', bwrapPath: '/nowhere/bwrap', env: {} }
const sandbox = createSandbox({ ...tools, trusts: isRehearsalProgram })
const program = { language: 'javascript', seconds: 60, memoryMiB: 256, outputChars: 4000 } as const

type Rehearsed = { events: LabEvent[]; state: RunState; outcome: unknown; seconds: number }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehearsal-cast-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A whole run with the real sandbox, in a folder of its own that no stored text names afterwards. */
const rehearseAnew = async (topic: string, seed = 1): Promise<Rehearsed> => {
  const own = await mkdtemp(join(folder, 'run-'))
  const disk = createMemoryDisk()
  const log = createMemoryEventLog({ disk, alive: () => false })
  log.create(run)
  log.input(run, { ...start, topic, seed } as LabEvent)
  const began = performance.now()
  const { result } = await driveTestLab({ disk, log, cast, sandbox, settings: { folder: own, program } })
  const seconds = (performance.now() - began) / 1000
  const events = JSON.parse(JSON.stringify(log.readAll(0).map(({ event }) => event)).replaceAll(own, '')) as LabEvent[]
  return { events, state: fold(createState(), log.read(run, 0)), outcome: result, seconds }
}

const done = new Map<string, Promise<Rehearsed>>()
const rehearse = (topic: string, seed = 1): Promise<Rehearsed> => {
  const known = done.get(`${seed} ${topic}`) ?? rehearseAnew(topic, seed)
  done.set(`${seed} ${topic}`, known)
  return known
}

const ofType = <Type extends LabEvent['type']>(events: readonly LabEvent[], type: Type) =>
  events.filter((event): event is Extract<LabEvent, { type: Type }> => event.type === type)

/** Results of the last attempt, by what the cast itself thinks the final program set. */
const analysed = ({ state }: Rehearsed) => {
  const { study } = chooseStudy(state.topic)
  const final = finalOf(state.now)
  if (!final) throw new Error('there is no final run')
  const work = { study, seed: state.seed, attempt: 2 }
  return analyse(study, settingsOf(work, state.now.programs, final), final.metrics)
}

const topics = [
  'Does label smoothing help a small classifier?',
  'Which step size suits gradient descent?',
  'L2 regularisation of a linear classifier',
  'How many nearest neighbours should vote?',
  'Variance reduction in Monte Carlo estimates',
  'Do bees dance?',
]

describe.each(topics)('a rehearsal of “%s”', (topic) => {
  let whole: Rehearsed
  beforeAll(async () => {
    whole = await rehearse(topic)
  }, 60_000)

  test('ends complete after two attempts, in less than 15 seconds', () => {
    expect(whole.outcome).toEqual({ ended: { kind: 'complete' } })
    expect(ofType(whole.events, 'phase-start').map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2])
    expect(whole.seconds).toBeLessThan(15)
  })

  test('gives every command but the question to a person, and each answer is valid at once but one, which is repaired', () => {
    const ends = ofType(whole.events, 'turn-end')
    const given = new Set(ends.map(({ command }) => command))
    // Another kind of work, another evaluation, or a person who looks on: a rehearsal has none of them.
    const others = ['note-effect', 'outline', 'patch-program', 'take-dataset', 'ask-person']
    expect(
      commands
        .map(({ name }) => name)
        .filter((name) => !given.has(name))
        .sort(),
    ).toEqual(others.sort())
    expect(ends.filter(({ command }) => command === undefined)).toHaveLength(1)
    expect(ends.filter(({ fallback }) => fallback)).toEqual([])
    expect(ends.filter(({ ok }) => !ok).map(({ command }) => command)).toEqual([undefined, 'write-program'])
  })

  test('runs at most 16 programs, all known to be its own, of which one fails and is repaired', () => {
    const programs = ofType(whole.events, 'program-end')
    expect(programs.length).toBeLessThanOrEqual(16)
    expect(new Set(programs.map(({ sandbox: kept }) => kept))).toEqual(new Set(['limits']))
    const failed = programs.filter(({ fault }) => fault)
    expect(failed).toMatchObject([{ fault: { kind: 'exit-code' } }])
    const repair = ofType(whole.events, 'program-start').find(({ parent }) => parent === failed[0]?.id)
    expect(programs.find(({ id }) => id === repair?.id)?.fault).toBeUndefined()
  })

  test('candidates of a round differ, and the one that carries out the plan is run once more', () => {
    const improved = ofType(whole.events, 'program-start').filter(({ operator }) => operator === 'improve')
    expect(new Set(improved.map(({ code }) => hashOf(code))).size).toBe(improved.length)
    const { arms, repetitions } = analysed(whole)
    expect([arms.length, repetitions]).toEqual([4, 12])
    expect(arms.flatMap(({ missing }) => missing)).toEqual([])
  })

  test('each draft of the report is kept, and each edit changes it', () => {
    for (const attempt of [...whole.state.earlier, whole.state.now]) {
      expect(attempt.reportScores.every(({ kept }) => kept)).toBe(true)
      expect(attempt.reportScores.at(-1)?.score).toBeGreaterThan(attempt.reportScores[0]?.score ?? 10)
    }
    const written = ofType(whole.events, 'section-write').map(({ attempt: _attempt, turn: _turn, ...rest }: Record<string, unknown>) =>
      hashOf(rest),
    )
    expect(new Set(written).size).toBeGreaterThanOrEqual(26 - 4)
  })

  test('cites only papers of its review, and says on every first page when the topic is not its own', () => {
    const sections = Object.values(whole.state.now.report.sections).map(String)
    const cited = new Set(sections.flatMap((text) => [...text.matchAll(/\[@([^\]]+)\]/g)].map(([, id]) => id ?? '')))
    expect(cited).toEqual(new Set(Object.keys(whole.state.added)))
    const { plan, interpretation, report } = whole.state.now
    for (const text of [plan, interpretation, report.sections.abstract])
      expect(String(text).split('\n')[0]?.startsWith('This is a study of')).toBe(!chooseStudy(topic).known)
  })

  test('nothing that is said has a gap in it', () => {
    for (const { text } of ofType(whole.events, 'turn-reply'))
      if (!/"command":"(write-program|submit-code|run-code|edit-program)"/.test(String(text)))
        expect(text).not.toMatch(/undefined|NaN|Infinity|\[object|\.\. |\$\{/)
  })
})

test('the same seed gives the same run, and another seed other measurements', async () => {
  const [topic = ''] = topics
  const [one, again, other] = [await rehearse(topic), await rehearseAnew(topic), await rehearse(topic, 6)]
  const valuesOf = ({ state }: Rehearsed) => finalOf(state.now)?.metrics.map(({ value }) => value)
  const bySort = ({ events }: Rehearsed) =>
    events.map((event) => JSON.stringify('seconds' in event ? { ...event, seconds: 0 } : event)).sort()
  expect(bySort(again)).toEqual(bySort(one))
  expect(valuesOf(again)).toEqual(valuesOf(one))
  expect(valuesOf(other)).not.toEqual(valuesOf(one))
}, 60_000)

test('the model of a rehearsal is named so, and answers through LangChain what the cast says', async () => {
  const model = createRehearsal()
  const asked = (await driveTestLab({ cast, settings: { budget: { calls: 2 } } })).asked[0]
  if (!asked) throw new Error('nobody was asked')
  const heard: string[] = []
  const answer = await model.generate(asked, new AbortController().signal, (text) => heard.push(text))
  expect(model).toMatchObject({ name: 'rehearsal', context: 131_072 })
  expect(answer).toMatchObject({ reply: { text: cast(asked.facts), model: 'rehearsal' } })
  expect(heard.join('')).toBe(cast(asked.facts))
})
