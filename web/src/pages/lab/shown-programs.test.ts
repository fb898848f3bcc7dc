import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProgramView } from '../../../../src/core/viewer/viewer-state.ts'
import { moreAtOnce, shownPrograms } from './shown-programs.ts'

const program = (place: number, more: Partial<ProgramView> = {}) =>
  ({ id: `p${place}`, attempt: 1, operator: 'improve', parent: null, status: 'ok', ...more }) as ProgramView

test('of 500 programs the lead and those that it came from are shown, what runs, what failed, the last run and the newest', () => {
  const special: Partial<Record<number, Partial<ProgramView>>> = {
    3: { operator: 'draft' },
    20: { parent: 'p3' },
    70: { parent: 'p20' },
    90: { status: 'running' },
    100: { status: 'failed' },
    110: { operator: 'final' },
  }
  const programs = Array.from({ length: 500 }, (_, place) => program(place, special[place]))
  const { shown, hidden } = shownPrograms(programs, 'p70', 0)
  expect(shown.slice(0, 7).map(({ id }) => id)).toEqual(['p3', 'p20', 'p70', 'p90', 'p100', 'p110', 'p460'])
  expect([shown.length, hidden]).toEqual([46, 454])
  const more = shownPrograms(programs, 'p70', moreAtOnce)
  expect(more.shown.slice(5, 8).map(({ id }) => id)).toEqual(['p110', 'p360', 'p361'])
})

test('a tree that would leave only a few out is whole', () => {
  const programs = Array.from({ length: 60 }, (_, place) => program(place))
  expect(shownPrograms(programs, null, 0)).toEqual({ shown: programs, hidden: 0 })
})

test('each press shows a hundred more, in the order of the log, until none is hidden', () => {
  const status = fc.constantFrom<ProgramView['status']>('ok', 'failed', 'running')
  fc.assert(
    fc.property(fc.array(fc.record({ status, parent: fc.nat({ max: 300 }) }), { maxLength: 600 }), fc.nat({ max: 600 }), (made, best) => {
      const programs = made.map(({ status: its, parent }, place) => program(place, { status: its, parent: `p${parent}` }))
      let before = 0
      for (let more = 0; ; more += moreAtOnce) {
        const { shown, hidden } = shownPrograms(programs, `p${best}`, more)
        expect(programs.filter((one) => shown.includes(one))).toEqual(shown)
        expect(shown.length + hidden).toBe(programs.length)
        expect(shown.length).toBeGreaterThanOrEqual(before)
        if (hidden === 0) return
        before = shown.length
      }
    }),
    { numRuns: 40 },
  )
})
