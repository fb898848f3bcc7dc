import { expect, test } from 'vitest'
import { outline } from '../../src/agents/commands/outline.ts'
import { fold } from '../../src/core/events/index.ts'
import type { Facts } from '../../src/core/facts.ts'
import { type Kind, phasesOf } from '../../src/core/kinds.ts'
import { createState } from '../../src/core/state.ts'
import { headOf } from '../../src/core/text.ts'
import { simpleCast } from '../../src/lab/testing/simple-cast.ts'
import { driveTestLab, run } from '../../src/lab/testing/test-lab.ts'
import { renderReport } from '../../src/report/render-report.ts'

/** Words that do not exist beside words that do: a number is put into the abstract of the first paper of the review. */
const quoteOf = ({ found, added }: Facts): { id: string; quote: string; year: number } | undefined => {
  for (const id of Object.keys(added)) {
    const [quote = ''] = /[^.]*\b\d+(\.\d+)?[^.]*\./.exec(found[id]?.abstract ?? '') ?? []
    const year = Number(/\d+(\.\d+)?/.exec(quote)?.[0])
    if (quote.length > 10 && Number.isFinite(year)) return { id, quote: quote.trim(), year }
  }
  return undefined
}

const noted: Record<string, number> = {}
const survey = (facts: Facts): string => {
  const ask = `${facts.phase}/${facts.ask.split(':')[0]}`
  if (ask === 'plan-formulation/lead') return JSON.stringify({ command: 'outline', ...outline.example })
  if (ask === 'report-refinement/decide') return JSON.stringify({ command: 'finish-report', why: 'It stands.' })
  if (ask !== 'results-interpretation/join') return simpleCast(facts)
  const found = quoteOf(facts)
  const turn = facts.turn
  noted[turn] = (noted[turn] ?? 0) + 1
  if (facts.problem === undefined)
    return JSON.stringify({
      command: 'note-effect',
      ...effect,
      id: Object.keys(facts.added)[0],
      quote: 'Nobody has ever written these words, 0.4.',
    })
  return found
    ? JSON.stringify({
        command: 'note-effect',
        ...effect,
        id: found.id,
        quote: found.quote,
        estimate: found.year,
        low: found.year - 1,
        high: found.year + 1,
      })
    : JSON.stringify({ command: 'dialogue', text: 'No paper reports a number.' })
}
const effect = { outcome: 'accuracy', unit: 'points', estimate: 0.4, low: 0.1, high: 0.7 }

const stateOf = async (kind: Kind, cast: (facts: Facts) => string) => {
  const { log } = await driveTestLab({
    kind,
    cast,
    phaseSettings: { 'report-writing': { edits: 0 }, 'literature-review': { papers: 3 } },
    topic: 'How well do the scores of classifiers serve as probabilities?',
  })
  return fold(createState(), log.read(run, 0))
}

test('a survey runs no program, and notes what papers say in their own words alone', async () => {
  const state = await stateOf('survey', survey)
  expect(state.ended.map(({ phase }) => phase)).toEqual([...phasesOf.survey])
  expect(state.now.programs).toEqual({})
  for (const { paper, quote } of state.now.effects) expect(state.found[paper]?.abstract).toContain(quote)
  expect(state.now.effects.length).toBeGreaterThan(0)
  expect(state.outcome).toEqual({ kind: 'complete' })
  const { files } = await renderReport(state, (text) => headOf(text), { version: 'test' })
  expect(files['report.md']).toContain('Findings of papers')
})

test('words that are in no paper are refused with the reason', async () => {
  const { log } = await driveTestLab({ kind: 'survey', cast: survey, phaseSettings: { 'report-writing': { edits: 0 } } })
  const refused = [...log.read(run, 0)].flatMap(({ event }) => (event.type === 'turn-end' && !event.ok ? [headOf(event.result)] : []))
  expect(refused.join()).toContain('These words are not in what is stored')
})

test('a survey in which nothing is noted ends partial, and says so', async () => {
  const silent = (facts: Facts) =>
    facts.phase === 'results-interpretation' && facts.ask === 'join'
      ? JSON.stringify({ command: 'dialogue', text: 'Nothing.' })
      : survey(facts)
  const state = await stateOf('survey', silent)
  expect(state.outcome).toMatchObject({ kind: 'partial', why: expect.stringContaining('no finding of a paper was noted') })
})

test('a theory runs no program and is complete without one; a simulation prepares no data', async () => {
  const theory = await stateOf('theory', (facts) =>
    facts.phase === 'plan-formulation' && facts.ask === 'lead'
      ? JSON.stringify({ command: 'outline', ...outline.example })
      : facts.ask === 'decide'
        ? JSON.stringify({ command: 'finish-report', why: 'It stands.' })
        : simpleCast(facts),
  )
  expect([theory.ended.map(({ phase }) => phase), theory.outcome]).toEqual([[...phasesOf.theory], { kind: 'complete' }])
  const simulation = await stateOf('simulation', (facts) =>
    facts.ask === 'decide' ? JSON.stringify({ command: 'finish-report', why: 'It stands.' }) : simpleCast(facts),
  )
  expect([simulation.ended.map(({ phase }) => phase), simulation.outcome]).toEqual([[...phasesOf.simulation], { kind: 'complete' }])
})
