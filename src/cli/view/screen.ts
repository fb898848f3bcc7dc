import { stripVTControlCharacters } from 'node:util'
import type { Io } from '../io.ts'
import { widthOf } from './width.ts'

const csi = '\u001b['
const hideCursor = `${csi}?25l`
const showCursor = `${csi}?25h`
/** A line that turns out wider than reckoned is cut by the terminal instead of spilling into the next. */
const wrapOff = `${csi}?7l`
const wrapOn = `${csi}?7h`
/** Terminals that know it draw what stands between in one go; the others skip it. */
const together = `${csi}?2026h`
const shown = `${csi}?2026l`
const clearBelow = `${csi}J`
const clearLine = `${csi}2K`

/** The bottom lines of a terminal, drawn again in place while finished lines scroll away above them. */
export type Screen = {
  /** Writes lines for good, and `panel` (painted, with the cells that each line takes at most) below them. */
  draw(above: readonly string[], panel: readonly string[]): void
  /** Takes the panel away and gives the cursor back. */
  close(): void
}

export const createScreen = (io: Io): Screen => {
  let widths: number[] = []
  let drawnFor = io.columns
  /** To the first cell of the panel, also after the terminal was made narrower and has broken its lines anew. */
  const home = (): string => {
    const height = widths.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / Math.max(1, io.columns))), 0)
    return height > 1 ? `\r${csi}${height - 1}A` : '\r'
  }
  return {
    draw(above, panel) {
      const { columns } = io
      // Lines that go up, a panel of another height and lines broken anew all leave something behind.
      const rests = above.length > 0 || panel.length !== widths.length || columns !== drawnFor
      const start = `${home()}${rests ? clearBelow : ''}`
      const story = above.map((line) => `${line}\r\n`).join('')
      // Cleared before it is written: after a full line the cursor still stands on its last cell.
      const lines = panel.map((line) => `${clearLine}${line}`).join('\r\n')
      io.raw(`${together}${hideCursor}${start}${story}${wrapOff}${lines}${wrapOn}${shown}`)
      widths = panel.map((line) => widthOf(stripVTControlCharacters(line)))
      drawnFor = columns
    },
    close() {
      io.raw(`${home()}${clearBelow}${wrapOn}${showCursor}`)
      widths = []
    },
  }
}
