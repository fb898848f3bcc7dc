import { stripVTControlCharacters } from 'node:util'
import type { ReadonlyState } from '../../../core/state.ts'
import type { Line } from '../span.ts'
import type { Stage } from '../stage.ts'
import type { Texts } from '../texts/index.ts'
import { lastLines } from './speakers.ts'

/** The last line that each running program has printed. Its colours are left out rather than shown as symbols: they mean nothing here. */
export const programOutput = ({ now }: ReadonlyState, { printed }: Stage, texts: Texts, columns: number): Line[] =>
  Object.values(now.programs)
    .filter(({ id, status }) => status === 'running' && printed[id]?.trim())
    .slice(-2)
    .map(({ id }): Line => {
      const label = `${texts.output}  `
      const text = stripVTControlCharacters(printed[id] ?? '').trimEnd()
      return [{ text: label, style: 'dim' }, { text: lastLines(text, 1, Math.max(1, columns - label.length)).at(-1) ?? '' }]
    })
