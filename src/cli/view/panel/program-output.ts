import { stripVTControlCharacters } from 'node:util'
import type { ReadonlyState } from '../../../core/state.ts'
import type { Line } from '../span.ts'
import type { Stage } from '../stage.ts'
import type { Texts } from '../texts/index.ts'
import { widthOf } from '../width.ts'
import { lastLines } from './speakers.ts'

/** Programs shown at once: the newest. */
const most = 2

/**
 * The last line that each running program has printed, or what is run while it has printed nothing. Colours that a program sets
 * are left out rather than shown as symbols: they mean nothing here.
 */
export const programOutput = ({ now, outcome }: ReadonlyState, { printed, heardAt }: Stage, texts: Texts, columns: number): Line[] => {
  if (outcome || heardAt === undefined) return []
  const label = `${texts.output}  `
  const running = Object.values(now.programs).filter(({ status }) => status === 'running')
  return running.slice(-most).map(({ id, operator, language }): Line => {
    const text = stripVTControlCharacters(printed[id] ?? '').trimEnd()
    const [last] = lastLines(text, 1, columns - widthOf(label))
    if (last === undefined) return [{ text: texts.programStart(texts.operators[operator], language), style: 'dim' }]
    return [{ text: label, style: 'dim' }, { text: last }]
  })
}
