import { expect, test } from 'vitest'
import { createViewerState, foldViewer } from '../../../../src/core/viewer/fold.ts'
import { heldOutLog } from '../../../../src/core/viewer/testing/held-out-log.ts'
import { laidOut, valuesLaid } from './laid.ts'
import { measuresOf } from './measures.ts'

const { programs, contract } = heldOutLog
  .map((event, place) => ({ seq: place + 1, at: new Date(place * 1000).toISOString(), event }))
  .reduce(foldViewer, createViewerState('r'))
const measures = measuresOf(programs)

test('the metric that the plan decides by is laid on the axis until something else is chosen', () => {
  expect(laidOut(undefined, { contract, measures, programs })).toEqual({ by: 'contract', contract })
  expect(laidOut('score', { contract, measures, programs })).toEqual({ by: 'score' })
  expect(laidOut(measures[0]?.key, { contract, measures, programs })).toEqual({ by: 'measure', measure: measures[0] })
  expect(laidOut(undefined, { contract: null, measures, programs })).toEqual({ by: 'score' })
  expect(laidOut(undefined, { contract, measures, programs: [] })).toEqual({ by: 'score' })
})

test('the axis has room for the least and the most of a program, and for nothing of one that failed', () => {
  const laid = laidOut(undefined, { contract, measures, programs })
  const [first, failed] = programs
  if (!first?.spread || !failed) throw new Error('there are programs')
  expect(valuesLaid(first, laid)).toEqual([first.spread.least, first.spread.mean, first.spread.most])
  expect(valuesLaid(failed, laid)).toEqual([])
})
