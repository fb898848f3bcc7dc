import type { Config } from '../../../api/index.ts'
import type { ReadonlyState } from '../../../core/state.ts'
import type { Paint } from '../paint.ts'
import { type Line, paintLine } from '../span.ts'
import type { Stage } from '../stage.ts'
import { textsOf } from '../texts/index.ts'
import { words } from '../told.ts'
import { clip, widthOf } from '../width.ts'
import { programOutput } from './program-output.ts'
import { questions } from './questions.ts'
import { scores } from './scores.ts'
import { speakers } from './speakers.ts'
import { spending } from './spending.ts'
import { strip } from './strip.ts'

/** Lines that a panel has at most, and lines of the terminal that stay free for the story above it. */
const most = 14
const free = 2

export type PanelInput = {
  run: string
  columns: number
  rows: number
  /** Milliseconds, of the clock that the stage was brought forward by. */
  now: number
  language: Config['ui']['language']
  paint: Paint
}

const rule = (topic: string, columns: number): Line => {
  const title = clip(words(topic, 400), Math.max(0, columns - 8))
  const rest = Math.max(0, columns - widthOf(title) - 4)
  return [
    { text: '── ', style: 'dim' },
    { text: title, style: 'bold' },
    { text: ` ${'─'.repeat(rest)}`, style: 'dim' },
  ]
}

/**
 * The live panel of a run: at most 14 lines, fewer in a low terminal, none wider than `columns` cells, and no control
 * characters but those of `paint`. What matters most stands first, so that a low terminal loses the least.
 */
export const renderPanel = (state: ReadonlyState, stage: Stage, { run, columns, rows, now, language, paint }: PanelInput): string[] => {
  const texts = textsOf[language]
  const lines: Line[] = [
    rule(state.topic, columns),
    ...questions(state, run, texts, columns),
    ...strip(state, texts, columns),
    ...speakers(state, stage, texts, now, columns),
    ...programOutput(state, stage, texts, columns),
    ...scores(state, texts, columns),
    ...spending(state, stage, texts, now, columns),
  ]
  return lines.slice(0, Math.max(0, Math.min(most, rows - free))).map((line) => paintLine(line, columns, paint))
}
