import { z } from 'zod'

export const countLines = (text: string): number => text.split('\n').length

/** The two numbers of an edit: lines counted from 1, up to `most` where the text is known. */
export const linesOf = (most: number | undefined, first: string) => {
  const line = most === undefined ? z.int().min(1) : z.int().min(1).max(most)
  return { from: line.describe(first), to: line.describe('last line to replace') }
}

/** Lines with their numbers, as roles are shown them before they edit. */
export const numberLines = (text: string): string =>
  text
    .split('\n')
    .map((line, place) => `${place + 1}| ${line}`)
    .join('\n')

/** Replaces lines `from` to `to`, counted from 1, both included; lines 3 to 1 are lines 1 to 3, which no schema can say. */
export const replaceLines = (text: string, one: number, other: number, replacement: string): { text: string } | { problem: string } => {
  const [from, to] = one <= other ? [one, other] : [other, one]
  const lines = text.split('\n')
  if (to > lines.length) return { problem: `Lines ${from} to ${to} are not in a text of ${lines.length} lines.` }
  const edited = [...lines.slice(0, from - 1), ...(replacement === '' ? [] : replacement.split('\n')), ...lines.slice(to)].join('\n')
  return edited.trim() === '' ? { problem: 'Nothing would be left after this edit.' } : { text: edited }
}
