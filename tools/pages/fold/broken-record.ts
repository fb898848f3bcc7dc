import { everyKind } from '../../../src/core/viewer/testing/every-kind.ts'
import type { LooseEvent } from './rows.ts'

const flask = '🧪'

/** What may stand in any field of an event: other types, cut texts and lists, and texts that end within a character. */
const odd: readonly unknown[] = [
  null,
  0,
  -1,
  2.5,
  true,
  false,
  '',
  'a',
  't',
  'p',
  'plan-formulation',
  'constructor',
  [],
  {},
  ['x', 7, null, { head: 'y' }],
  { chars: 9000, head: 'begins' },
  { blob: 'b', chars: 20_000, head: { chars: 240, head: 'be' } },
  { chars: 'many', head: 'z' },
  { entries: 3, head: ['a', 1, { chars: 90, head: 'b' }, { id: 'cut', name: 'm', value: 1, title: { chars: 9, head: 'T' } }] },
  { entries: 2, head: { kind: 'failed', why: 'w', message: 'm', input: 3, decision: 'accept' } },
  `${'x'.repeat(599)}${flask}${flask}`,
  flask.repeat(310),
  'é'.repeat(601),
]

/** Each kind of event with one of its fields gone or odd, a few of the odd values for each field. */
const broken = (): LooseEvent[] => {
  let turn = 0
  const next = () => odd[turn++ % odd.length]
  return everyKind.flatMap((event) =>
    Object.keys(event)
      .filter((key) => key !== 'type')
      .flatMap((key) => {
        const { [key]: _gone, ...rest } = event as LooseEvent
        return [rest as LooseEvent, ...[next(), next()].map((value): LooseEvent => ({ ...event, [key]: value }))]
      }),
  )
}

const turn = (id: string, seat: number): LooseEvent => ({
  type: 'turn-start',
  id,
  step: 0,
  role: 'reviewer',
  seat,
  ask: 'review',
  told: '',
})
const halt = (cause: string): LooseEvent[] => [
  turn(`in ${cause}`, 2),
  { type: 'run-halt', cause, why: `because of ${cause}` },
  { type: 'note-add', by: 'anna', text: 'meanwhile' },
  { type: 'run-resume', generation: 2 },
]

/** A run in which everything happens, some of it twice, and then everything that may be wrong with it. */
export const brokenRecord = (): LooseEvent[] => [
  ...(everyKind as readonly LooseEvent[]),
  { type: 'phase-start', phase: 'report-refinement', attempt: 1 },
  turn('one', 0),
  turn('one', 1),
  { type: 'turn-reply', id: 'one', text: `${'x'.repeat(599)}${flask}`, usage: { input: 0.1, output: 0.2, cost: 0.3 } },
  ...['pause', 'stop', 'question', 'fault', 'other'].flatMap(halt),
  { type: 'turn-end', id: 'one', command: '', ok: false, fallback: true },
  { type: 'phase-start', phase: 'plan-formulation', attempt: 2 },
  ...(everyKind.slice(3) as readonly LooseEvent[]),
  { type: 'of-the-future', id: 'one', head: {} },
  { type: 'constructor' },
  ...broken(),
  { type: 'phase-start', phase: 'plan-formulation', attempt: 3 },
  ...(everyKind as readonly LooseEvent[]),
]
