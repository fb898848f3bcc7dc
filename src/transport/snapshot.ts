import type { ViewerState } from '../core/viewer/viewer-state.ts'
import { encode } from './protocol.ts'

/** Bytes of a character (one UTF-16 unit, or the first of two) as it stands inside a JSON string in UTF-8. */
const bytesAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at)
  if (unit === 0x22 || unit === 0x5c) return 2
  if (unit < 0x80) return 1
  if (unit < 0x800) return 2
  return unit >= 0xd800 && unit < 0xdc00 ? 4 : 3
}

/**
 * Splits JSON, as JSON.stringify makes it, into pieces that take at most `room` bytes inside a JSON string. No piece ends
 * within a character: JSON.stringify leaves no half of one.
 */
export const splitJson = (json: string, room: number): string[] => {
  const pieces: string[] = []
  let from = 0
  let used = 0
  for (let at = 0; at < json.length; ) {
    const bytes = bytesAt(json, at)
    if (used + bytes > room) {
      pieces.push(json.slice(from, at))
      from = at
      used = 0
    }
    used += bytes
    at += bytes === 4 ? 2 : 1
  }
  return [...pieces, json.slice(from)]
}

/** The frames of a snapshot, each at most `maxBytes` long. */
export const snapshotFrames = (state: ViewerState, maxBytes: number): readonly Buffer[] => {
  const { run, seq } = state
  const json = JSON.stringify(state)
  const longest = encode({ type: 'snapshot', run, seq, part: json.length, parts: json.length, state: '' })
  const pieces = splitJson(json, maxBytes - longest.length)
  return pieces.map((piece, index) => encode({ type: 'snapshot', run, seq, part: index + 1, parts: pieces.length, state: piece }))
}
