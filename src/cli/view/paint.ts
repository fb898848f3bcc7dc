import { styleText } from 'node:util'
import type { Io } from '../io.ts'

export type Style = Parameters<typeof styleText>[0]
/** Gives a text its look, or leaves it as it is where colours are not wanted. */
export type Paint = (style: Style, text: string) => string

/** Colours only for a terminal, and not where NO_COLOR is set to anything. */
export const createPaint = ({ isTerminal, env }: Pick<Io, 'isTerminal' | 'env'>): Paint => {
  const wanted = isTerminal && !env.NO_COLOR && env.TERM !== 'dumb'
  return wanted ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text
}
