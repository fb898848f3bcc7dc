import { expect, test } from 'vitest'
import { animatedWebp } from '../../tools/godot/animated-webp.ts'

/** One white pixel, without loss. */
const dot = Buffer.from('UklGRhwAAABXRUJQVlA4TA8AAAAvAAAAAAcQ/Y/+ByKi/wEA', 'base64')
const frame = { webp: dot, x: 0, y: 0, width: 1, height: 1, ms: 100 }

test('sizes, places and times stand where the format has them', () => {
  const film = animatedWebp(800, 450, [frame, { ...frame, x: 300, y: 2, ms: 1000 }])
  expect(film.toString('latin1', 0, 4)).toBe('RIFF')
  expect(film.readUInt32LE(4)).toBe(film.length - 8)
  expect(film.toString('latin1', 8, 16)).toBe('WEBPVP8X')
  expect([film.readUIntLE(24, 3), film.readUIntLE(27, 3)]).toEqual([799, 449])
  const [first, second] = [film.indexOf('ANMF'), film.lastIndexOf('ANMF')]
  const told = (at: number) => [0, 3, 12].map((offset) => film.readUIntLE(at + 8 + offset, 3))
  expect([told(first), told(second)]).toEqual([
    [0, 0, 100],
    [150, 1, 1000],
  ])
  expect(second).toBe(first + 8 + film.readUInt32LE(first + 4))
  expect(film.toString('latin1', first + 24, first + 28)).toBe('VP8L')
})

test('what is no WebP, and an odd place, are refused', () => {
  expect(() => animatedWebp(1, 1, [{ ...frame, webp: Buffer.from('nothing of the kind') }])).toThrow('no WebP')
  expect(() => animatedWebp(9, 9, [{ ...frame, x: 3 }])).toThrow('even')
})
