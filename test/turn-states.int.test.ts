import { cpSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offer } from '../src/agents/offer.ts'
import { mostPapers } from '../src/agents/papers-now.ts'
import { checkArgs, parseCommand } from '../src/agents/parse.ts'
import { turnSchema } from '../src/agents/turn-schema.ts'
import { fold } from '../src/core/events/index.ts'
import { sectionNames } from '../src/core/names.ts'
import { createState, type ReadonlyState, type ReadonlyTurn } from '../src/core/state.ts'
import { phases } from '../src/phases/index.ts'
import type { Tell } from '../src/phases/phase.ts'
import { openSqliteEventLog } from '../src/store/sqlite-event-log.ts'
import { formsOf, leastOf, valueIn } from './support/schema-values.ts'
import { temporary } from './support/temporary.ts'

const file = join(temporary(), 'gal.sqlite')
cpSync(join(import.meta.dirname, 'fixtures/databases/0.1.0/gal.sqlite'), file)
const log = openSqliteEventLog(file, { clock: Date.now, alive: () => false })
const records = log.runs().map(({ run }) => [...log.read(run, 0)])
const readText = (text: Parameters<typeof log.blob>[0] | string): string => (typeof text === 'string' ? text : log.blob(text))

const stateAt = (record: number, cut: number): ReadonlyState => {
  const entries = records[record % records.length] ?? []
  return fold(createState(), entries.slice(0, 1 + (cut % entries.length)))
}

/** What an ask can be about at a moment. */
const about: Readonly<Record<string, (state: ReadonlyState) => readonly string[]>> = {
  search: () => sectionNames,
  adopt: () => sectionNames,
  section: () => sectionNames,
  improve: ({ now }) => Object.keys(now.programs),
  repair: ({ now }) => Object.keys(now.programs),
  reflect: ({ now }) => Object.keys(now.programs),
}

type Asked = { ask: string; tell: Tell }

/** Every way in which any phase can ask something at this moment. */
const asksAt = (state: ReadonlyState): Asked[] =>
  phases.flatMap(({ tells }) =>
    Object.entries(tells).flatMap(([name, tell]) => {
      const subjects = about[name]?.(state)
      return subjects ? subjects.map((subject) => ({ ask: `${name}:${subject}`, tell })) : [{ ask: name, tell }]
    }),
  )

const turnOf = ({ ask, tell: { role } }: Asked): ReadonlyTurn => ({
  id: 'a.1.0.0',
  step: 0,
  role,
  seat: 0,
  notes: 0,
  ask,
  told: '',
  reserve: 0,
})

/** Moments of recorded runs, each with something that can be asked at it. */
const moments = fc
  .tuple(fc.nat(records.length - 1), fc.nat(5000))
  .map(([record, cut]) => stateAt(record, cut))
  .chain((state) => fc.constantFrom(...asksAt(state)).map((asked) => ({ state, ...asked, scene: { state, ask: asked.ask, readText } })))

const idsIn = (value: object): string[] => ('id' in value && typeof value.id === 'string' ? [value.id] : [])

test('records of whole runs are there to cut', () => {
  expect(records.length).toBeGreaterThan(0)
  expect(Math.max(...records.map((entries) => entries.length))).toBeGreaterThan(100)
})

test('at every moment of a recorded run, whatever a schema allows names what exists, and is one of its commands', () => {
  let named = 0
  fc.assert(
    fc.property(
      moments.chain(({ tell, scene, state }) => {
        const offered = offer(tell.commands, scene)
        return valueIn(turnSchema(offered)).map((value) => ({ offered, state, value: value as Record<string, unknown> }))
      }),
      ({ offered, state, value }) => {
        for (const id of idsIn(value)) {
          named++
          expect(state.found[id], id).toBeDefined()
          if (value.command === 'add-paper') expect(state.added[id]).toBeUndefined()
        }
        if (value.command === 'edit-section') expect(state.now.report.sections).toHaveProperty(String(value.section))
        const { command: name, ...args } = value
        const meant = offered.find(({ command }) => command.name === name)
        // The form is right in any case. What is left to say is what no schema can: an order of lines, a citation.
        expect(
          meant?.forms.some((form) => form.safeParse(args).success),
          JSON.stringify(value),
        ).toBe(true)
        const parsed = parseCommand(JSON.stringify(value), offered)
        if ('problem' in parsed)
          expect(parsed.problem).toMatch(
            /^\S+: (Lines|Nothing|Only papers|The arm|The lab itself|All five|There is no block|Block|The block|The effect|An interval|These words|The words)/,
          )
      },
    ),
    { numRuns: 600 },
  )
  expect(named).toBeGreaterThan(20)
})

test('at every moment, the least that each command allows is taken, and no list of ids is longer than can be shown', () => {
  fc.assert(
    fc.property(moments, ({ tell, scene }) => {
      const offered = offer(tell.commands, scene)
      expect(offered.length).toBeGreaterThan(0)
      for (const form of formsOf(turnSchema(offered))) {
        const parsed = parseCommand(JSON.stringify(leastOf(form)), offered)
        // A schema cannot say that two texts must differ, or what a patch looks like.
        if ('problem' in parsed) expect(parsed.problem).toMatch(/itself alone|All five texts|There is no block/)
        expect((form.properties?.id?.enum ?? []).length).toBeLessThanOrEqual(mostPapers)
      }
    }),
    { numRuns: 400 },
  )
})

test('an id that does not exist is refused in one line that names the nearest ones', () => {
  fc.assert(
    fc.property(moments, fc.oneof(fc.string({ maxLength: 60 }), fc.constant('__proto__')), ({ state, tell, scene }, id) => {
      fc.pre(state.found[id] === undefined)
      const offered = offer(tell.commands, scene)
      for (const { command } of offered.filter(({ command: { args } }) => 'id' in args.shape)) {
        const note = 'A note that is long enough to be one.'
        const parsed = parseCommand(
          JSON.stringify({ command: command.name, id, ...('note' in command.args.shape ? { note } : {}) }),
          offered,
        )
        expect(parsed).toMatchObject({ problem: expect.stringMatching(/there is no ".*" to choose; .* \S+:/) })
        expect('problem' in parsed && parsed.problem).not.toContain('\n')
      }
    }),
    { numRuns: 300 },
  )
})

test('every ask of every phase has a choice of the lab that is valid at every moment, whatever was said', () => {
  const said = fc.oneof(fc.constant(''), fc.string({ maxLength: 200 }), fc.constant(`${'words '.repeat(40)}[@nobody] and [@bundled:x`))
  fc.assert(
    fc.property(moments, said, ({ state, ask, tell, scene }, words) => {
      const { command: name, args } = tell.fallback(state, turnOf({ ask, tell }), words, readText)
      const meant = offer(tell.commands, scene).find(({ command }) => command.name === name)
      expect(meant, `${ask}: ${name}`).toBeDefined()
      if (meant) expect(checkArgs(meant, args), `${ask}: ${JSON.stringify(args).slice(0, 300)}`).toHaveProperty('args')
    }),
    { numRuns: 1500 },
  )
})
