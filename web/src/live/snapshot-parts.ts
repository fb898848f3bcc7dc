import type { ViewerState } from '../../../src/core/viewer/viewer-state.ts'
import type { RunFrame } from './wire.ts'

type Snapshot = Extract<RunFrame, { type: 'snapshot' }>

/** Puts the parts of a snapshot together; gives the state once the last part is there. A part out of order begins anew. */
export const createSnapshotParts = () => {
  let parts: string[] = []
  return (frame: Snapshot): ViewerState | undefined => {
    if (frame.part !== parts.length + 1) parts = []
    if (frame.part !== parts.length + 1) return undefined
    parts.push(frame.state)
    if (frame.part < frame.parts) return undefined
    const whole = parts.join('')
    parts = []
    return JSON.parse(whole) as ViewerState
  }
}
