import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ViewerState } from '../core/viewer/viewer-state.ts'
import { serverFrames } from './protocol.ts'
import { snapshotFrames, splitJson } from './snapshot.ts'

const stateWith = (topic: string) => ({ run: 'r', seq: 20_000, topic }) as Partial<ViewerState> as ViewerState

const bytesInString = (piece: string): number => Buffer.byteLength(JSON.stringify(piece)) - 2

test('pieces joined are the whole, each within its room and without half a character', () => {
  const json = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 500 })).map((value) => JSON.stringify(value))
  fc.assert(
    fc.property(json, fc.integer({ min: 4, max: 60 }), (text, room) => {
      const pieces = splitJson(text, room)
      expect(pieces.join('')).toBe(text)
      expect(pieces.every((piece) => piece.isWellFormed() && bytesInString(piece) <= room)).toBe(true)
      // No more of them than are needed: what follows a piece begins with a character that had no room in it.
      for (const [index, piece] of pieces.slice(0, -1).entries())
        expect(bytesInString(piece + (pieces[index + 1] ?? ''))).toBeGreaterThan(room)
    }),
    { numRuns: 500 },
  )
})

test('a snapshot is as few frames as fit, numbered from 1, and joins to the state', () => {
  const state = stateWith('"quoted" \\ ñ 🧪 '.repeat(9_000))
  const frames = snapshotFrames(state, 61_440)
  const read = frames.map((frame) => serverFrames.snapshot.parse(JSON.parse(frame.toString())))
  expect(JSON.parse(read.map((frame) => frame.state).join(''))).toEqual(state)
  expect(read.map(({ part, parts, seq }) => [part, parts, seq])).toEqual(frames.map((_, index) => [index + 1, frames.length, 20_000]))
  expect(Math.max(...frames.map(({ length }) => length))).toBeLessThanOrEqual(61_440)
  expect(Math.min(...frames.slice(0, -1).map(({ length }) => length))).toBeGreaterThan(61_300)
})

test('a small state is one frame', () => {
  expect(snapshotFrames(stateWith('x'), 4096)).toHaveLength(1)
})
