import { useMemo } from 'react'
import type { RunView } from '../../live/run-view.ts'
import type { RecordIndex } from '../record-index.ts'
import { useRecordIndex } from '../use-record-index.ts'
import { type Axis, createAxis } from './axis.ts'

/** What every part of the timeline is drawn from. */
export type Timeline = {
  run: RunView
  index: RecordIndex
  /** Entries in the index: it grows while they come in. */
  count: number
  axis: Axis
  /** The entry that is shown: the moment, or the last one. */
  seq: number
  /** Where the playhead stands on the axis, from 0 to 1. */
  place: number
  /** Seconds since the run began, at the playhead. */
  seconds: number
}

export const useTimeline = (run: RunView): Timeline => {
  const { index, count } = useRecordIndex(run)
  const { startedAt, at } = run.head
  const from = Date.parse(startedAt)
  const to = Math.max(from, count > 0 ? index.timeAt(count) : from, Date.parse(at))
  const idles = index.idles.length
  // Made anew only when something in it changed: all that is drawn along it would be drawn again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the idle times grow in place.
  const axis = useMemo(() => createAxis(from, to, [...index.idles]), [index, idles, from, to])
  const { moment } = run.player
  const seq = moment ?? run.head.seq
  const time = moment === null ? axis.to : moment <= count ? index.timeAt(moment) : Date.parse(run.state.at)
  return { run, index, count, axis, seq, place: moment === null ? 1 : axis.placeOf(time), seconds: (time - axis.from) / 1000 }
}
