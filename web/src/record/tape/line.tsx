import { memo, useMemo } from 'react'
import type { RecordIndex } from '../record-index.ts'
import { activityOf, activityPath } from './activity.ts'
import type { Axis } from './axis.ts'

/** Pixels for one point of the line. */
const fineness = 4

/** How much was going on: entries over time. Drawn once; what moves with the playhead is only how much of it is covered. */
export const ActivityLine = memo(({ index, count, axis, width }: { index: RecordIndex; count: number; axis: Axis; width: number }) => {
  const path = useMemo(() => {
    const bins = Math.max(8, Math.min(400, Math.floor(width / fineness)))
    return activityPath(activityOf({ count, timeAt: index.timeAt }, axis, bins))
  }, [index, count, axis, width])
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
})
