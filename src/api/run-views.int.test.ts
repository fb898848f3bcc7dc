import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fold } from '../core/events/index.ts'
import { createState } from '../core/state.ts'
import { createViewerState, foldViewer } from '../core/viewer/fold.ts'
import { factsOfState, factsOfView } from '../core/viewer/testing/facts.ts'
import type { ViewerState } from '../core/viewer/viewer-state.ts'
import { createLab, createMachine, loadConfig, run } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'gal-views-'))
const meanOf = ({ reviews, attempt }: ViewerState): number => {
  const scores = reviews.filter((review) => review.attempt === attempt).map(({ score }) => score)
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('of a whole rehearsal, viewers are shown what the state says after every event, and the list of runs what it ends with', async () => {
  const { config } = loadConfig({ sets: ['model=rehearsal', 'port=0', 'budget.calls=500'], flags: { runs: folder } })
  const lab = createLab({ config, machine: createMachine({ PATH: process.env.PATH }) })
  const { run: name } = await run(lab, 'Does label smoothing help a small classifier?', { interrupt: new AbortController().signal })
  const rows = lab.log.read(name, 0)
  const state = createState()
  let view = createViewerState(name)
  for (const row of rows) {
    fold(state, [row])
    view = foldViewer(view, row)
    expect(factsOfView(view), `after event ${row.seq}`).toEqual(factsOfState(state))
  }
  expect(view.budget).toEqual({ calls: 500, tokens: null, money: null, seconds: null })
  expect(view.best).not.toBeNull()
  expect(lab.view(name)).toStrictEqual(view)
  expect(lab.view(name, 30)).toStrictEqual(rows.slice(0, 30).reduce(foldViewer, createViewerState(name)))
  const { spent } = state
  expect(lab.runs()).toEqual([
    {
      run: name,
      topic: state.topic,
      status: 'ended',
      outcome: { kind: 'complete' },
      phase: null,
      attempt: null,
      reached: 'report-refinement',
      attempts: view.attempt,
      score: expect.closeTo(meanOf(view), 9),
      model: state.model,
      createdAt: expect.any(String),
      at: rows.at(-1)?.at,
      events: rows.length,
      calls: spent.calls,
      tokens: spent.input + spent.output,
      cost: spent.cost,
      seconds: spent.seconds,
      questions: 0,
      driver: null,
    },
  ])
  lab.close()
})
