import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ViewerEntry } from '../../src/core/viewer/entry.ts'
import { createViewerState, foldViewer } from '../../src/core/viewer/fold.ts'
import { heldOutEnd, heldOutLog } from '../../src/core/viewer/testing/held-out-log.ts'
import type { ViewerState } from '../../src/core/viewer/viewer-state.ts'
import { boundsRecord } from './fold/bounds-record.ts'
import { brokenRecord } from './fold/broken-record.ts'
import { type LooseEvent, type Row, rowsOf } from './fold/rows.ts'
import { turnOrder } from './fold/turn-order.ts'
import type { Page } from './page.ts'

const folder = 'godot/tests/fixtures/fold'
const example = 'godot/example/rehearsal.jsonl'

const lines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

/** The states after some of the entries, one a line; of those in `parts` only some fields. */
const statesAt = (
  rows: readonly ViewerEntry[],
  run: string,
  seqs: readonly number[],
  parts: Readonly<Record<number, readonly (keyof ViewerState)[]>> = {},
) => {
  let state = createViewerState(run)
  const found: object[] = []
  for (const row of rows) {
    state = foldViewer(state, row)
    const keys = parts[row.seq]
    if (seqs.includes(row.seq)) found.push({ seq: row.seq, state })
    if (keys) found.push({ seq: row.seq, part: Object.fromEntries(keys.flatMap((key) => (key in state ? [[key, state[key]]] : []))) })
  }
  return lines(found)
}

/** So many places in a record of so many entries, the last among them. */
const spread = (entries: number, places: number): number[] =>
  Array.from({ length: places }, (_, place) => Math.round((entries * (place + 1)) / places))

const exampleRows = (): readonly Row[] =>
  readFileSync(join(import.meta.dirname, '../..', example), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

/**
 * Records and the states that this fold gives of them, for the other program that folds (godot/state): everything that may
 * happen or be wrong, what grows beyond the bounds, and a run as it was.
 */
export const foldedPages = (): Page[] => {
  const broken = rowsOf('broken', brokenRecord())
  const bounds = rowsOf('bounds', boundsRecord())
  const rehearsal = exampleRows()
  const heldOut = rowsOf('held-out', [...heldOutLog, ...heldOutEnd] as readonly LooseEvent[])
  const run = rehearsal[0]?.run ?? ''
  const firstCut = bounds.findIndex(({ event }) => event.id === 'e.2.500.0') + 1
  return [
    { path: `${folder}/broken.jsonl`, text: lines(broken) },
    { path: `${folder}/broken.states.jsonl`, text: statesAt(broken, 'broken', [1, ...spread(broken.length, 9)]) },
    { path: `${folder}/bounds.jsonl`, text: lines(bounds) },
    {
      path: `${folder}/bounds.states.jsonl`,
      text: statesAt(bounds, 'bounds', [bounds.length], { [firstCut]: ['programs', 'programsLeftOut', 'best', 'reviewsLeftOut'] }),
    },
    { path: `${folder}/held-out.jsonl`, text: lines(heldOut) },
    { path: `${folder}/held-out.states.jsonl`, text: statesAt(heldOut, 'held-out', spread(heldOut.length, 4)) },
    { path: `${folder}/rehearsal.states.jsonl`, text: statesAt(rehearsal, run, spread(rehearsal.length, 5)) },
    { path: `${folder}/turn-order.json`, text: `${JSON.stringify(turnOrder())}\n` },
  ]
}
