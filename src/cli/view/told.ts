import { headOf, type Text } from '../../core/text.ts'
import { printable } from '../printable.ts'
import type { Person } from './name.ts'

/** How a line is meant: where the work is, good or bad news, something for the person, a thing of the side, or neither. */
export type Tone = 'phase' | 'good' | 'bad' | 'ask' | 'aside' | 'plain'

/**
 * One thing worth telling, safe to print. `who` is the person that did it; none when the lab itself did. `command` is what the
 * reader may type now, to be copied whole.
 */
export type Told = { text: string; tone: Tone; who?: Person | undefined; command?: string }

/** The first words of what somebody wrote, on one line and safe to print. */
export const words = (text: Text, chars = 120): string => {
  const all = printable(headOf(text).slice(0, 4 * chars)).trim()
  return all.length > chars
    ? `${all
        .slice(0, chars)
        .trimEnd()
        .replace(/[\ud800-\udbff]$/, '')}…`
    : all
}

export const charsOf = (text: Text): number => (typeof text === 'string' ? text.length : text.chars)
