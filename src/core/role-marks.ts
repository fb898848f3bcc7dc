import type { RoleName } from './names.ts'

export const markShapes = ['disc', 'triangle', 'diamond', 'square', 'cross', 'star'] as const
export type MarkShape = (typeof markShapes)[number]

/**
 * What tells a role apart in every viewer: a shape, two letters and a colour, each of which is enough alone. Colours are hex sRGB.
 * `coat`: what its figure wears. `light`, `dark`: its mark on a light and on a dark ground; `onLight`, `onDark`: letters on that mark.
 */
export type RoleMark = { letters: string; shape: MarkShape; coat: string; light: string; onLight: string; dark: string; onDark: string }

const ink = '#0d110f'
const white = '#ffffff'

export const roleMarks: Readonly<Record<RoleName, RoleMark>> = {
  'phd-student': { letters: 'Ph', shape: 'disc', coat: '#f4bc42', light: '#bb7e23', onLight: ink, dark: '#f6bd44', onDark: ink },
  postdoc: { letters: 'Pd', shape: 'triangle', coat: '#228f80', light: '#1e8d7e', onLight: ink, dark: '#239081', onDark: ink },
  'ml-engineer': { letters: 'Ml', shape: 'square', coat: '#db5f34', light: '#b04b28', onLight: white, dark: '#d95e32', onDark: ink },
  'software-engineer': { letters: 'Sw', shape: 'cross', coat: '#78bce8', light: '#3a8dca', onLight: ink, dark: '#85c2f3', onDark: ink },
  professor: { letters: 'Pr', shape: 'diamond', coat: '#6e3f86', light: '#6f4087', onLight: white, dark: '#936cc8', onDark: ink },
  reviewer: { letters: 'Rv', shape: 'star', coat: '#262b45', light: '#262b47', onLight: white, dark: '#8c9ac1', onDark: ink },
}
