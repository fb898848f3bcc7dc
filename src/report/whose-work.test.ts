import { expect, test } from 'vitest'
import type { LabEvent } from '../core/events/index.ts'
import { readText, start, stateOf } from './made-log.ts'
import { renderReport } from './render-report.ts'

const turn = (place: number, end: { command?: string; fallback?: true }, repairs?: number): LabEvent[] => {
  const id = (at: number) => `literature-review.1.${at}.0`
  const told = { role: 'phd-student', ask: 'next', told: 'Go on.', reserve: 1 } as const
  return [
    { type: 'turn-start', id: id(place), step: place, ...told, ...(repairs === undefined ? {} : { repairs: id(repairs) }) },
    { type: 'turn-reply', id: id(place), text: 'well', model: 'm', usage: { input: 1, output: 1, cost: 0 } },
    { type: 'turn-end', id: id(place), ok: true, result: 'Done.', ...end },
  ]
}
const phase: LabEvent = { type: 'phase-start', phase: 'literature-review', attempt: 1 }
const work: LabEvent[] = [
  phase,
  ...turn(0, { command: 'search-papers' }),
  ...turn(1, {}),
  ...turn(2, { command: 'search-papers' }, 1),
  ...turn(3, {}),
  ...turn(4, { command: 'add-paper', fallback: true }, 3),
  ...turn(5, {}),
  ...turn(6, {}, 5),
]
const reportOf = async (model: Partial<Extract<LabEvent, { type: 'model-choose' }>>, language = 'en') => {
  const chosen: LabEvent = { type: 'model-choose', model: 'ollama:tiny', why: 'it answers', ...model }
  const { files } = await renderReport(stateOf([...start({ language }), chosen, ...work]), readText, { version: '0.1.0' })
  return String(files['report.md'])
}

test.each(['en', 'es', 'fr'])(
  'a report says in %s that its model is very small, and in which turns the lab chose in its place',
  async (language) => {
    const report = await reportOf({ parameters: 134_515_008 }, language)
    expect(report.slice(0, report.indexOf('**'))).toContain('135')
    expect(report).toContain('literature-review.1.4.0')
    expect(report).not.toMatch(/undefined|NaN/)
  },
)

test('turns are counted with their repairs, those that came to nothing too', async () => {
  const report = await reportOf({})
  expect(report).toContain('Turns of roles: 4; of these used only after a repair: 1; in which nothing could be done: 1.')
  expect(report).toContain('which is not the model’s work: 1 (literature-review.1.4.0).')
})

test('a larger model, and one of no known size, is not called small; a rehearsal is not counted', async () => {
  expect(await reportOf({ parameters: 8e9 })).not.toContain('very small')
  expect(await reportOf({})).not.toContain('very small')
  expect(await reportOf({ model: 'rehearsal' })).not.toContain('the lab chose by a fixed rule')
})
