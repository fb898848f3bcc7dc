import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { roleNames } from './names.ts'
import { roleMarks } from './role-marks.ts'

type Triple = readonly [number, number, number]

/** Hex sRGB to linear light, IEC 61966-2-1. */
const linear = (hex: string): Triple => {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}
const times = (matrix: readonly Triple[], [a, b, c]: Triple): Triple => {
  const row = ([x, y, z]: Triple = [0, 0, 0]) => x * a + y * b + z * c
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}
/** Full deuteranopia: Machado, Oliveira and Fernandes 2009, severity 1. */
const deuteranopia = (color: Triple): Triple =>
  times(
    [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
    color,
  ).map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple
/** Björn Ottosson 2020. */
const oklab = (color: Triple): Triple =>
  times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    times(
      [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ],
      color,
    ).map(Math.cbrt) as unknown as Triple,
  )
const apart = (one: Triple, other: Triple): number => 100 * Math.hypot(...oklab(one).map((part, at) => part - (oklab(other)[at] ?? 0)))
/** WCAG 2.2. */
const luminance = ([red, green, blue]: Triple): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue
const contrast = (one: string, other: string): number => {
  const [low, high] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => a - b)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

/** The grounds as the viewers have them. */
const tokens = readFileSync('web/src/style/tokens.css', 'utf8')
const palette = readFileSync('godot/theme/palette.gd', 'utf8')
const webGround = (name: string): readonly string[] => {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? []
  return light && dark ? [light, dark] : []
}
const godotGround = (name: string): string => `#${new RegExp(`const ${name} := Color\\("(\\w{6})"\\)`).exec(palette)?.[1]}`
const grounds = {
  light: [webGround('paper')[0], webGround('sheet')[0], godotGround('PAPER')],
  dark: [webGround('paper')[1], webGround('sheet')[1], godotGround('NIGHT')],
}

describe('the marks of the six roles', () => {
  const pairs = roleNames.flatMap((one, at) => roleNames.slice(at + 1).map((other) => [one, other] as const))

  it.each(pairs)('tell %s from %s, also for eyes that see no green', (one, other) => {
    for (const use of ['coat', 'light', 'dark'] as const) {
      const [first, second] = [linear(roleMarks[one][use]), linear(roleMarks[other][use])]
      expect(apart(first, second)).toBeGreaterThanOrEqual(9)
      expect(apart(deuteranopia(first), deuteranopia(second))).toBeGreaterThanOrEqual(9)
    }
  })

  it.each(roleNames)('show %s on each ground, and its letters on the mark', (role) => {
    const { light, dark, onLight, onDark } = roleMarks[role]
    for (const ground of grounds.light) expect(contrast(light, ground ?? '')).toBeGreaterThanOrEqual(3)
    for (const ground of grounds.dark) expect(contrast(dark, ground ?? '')).toBeGreaterThanOrEqual(3)
    expect(contrast(light, onLight)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(dark, onDark)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(roleNames)('have the same colours for %s in the browser', (role) => {
    const { letters, light, dark, onLight, onDark } = roleMarks[role]
    expect(webGround(letters.toLowerCase())).toEqual([light, dark])
    expect(webGround(`on-${letters.toLowerCase()}`)).toEqual([onLight, onDark])
  })

  it('share neither shape nor letters', () => {
    const all = roleNames.map((role) => roleMarks[role])
    expect(new Set(all.map(({ shape }) => shape)).size).toBe(roleNames.length)
    expect(new Set(all.map(({ letters }) => letters)).size).toBe(roleNames.length)
  })
})
