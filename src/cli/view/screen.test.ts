import { expect, test } from 'vitest'
import { createScreen } from './screen.ts'
import { createTestIo } from './testing.ts'

/** An escape sequence, a move to the left or down, or text. */
const esc = String.fromCharCode(27)
const parts = new RegExp(`${esc}\\[\\??[\\d;]*[A-Za-z]|\\r|\\n|[^${esc}\\r\\n]+`, 'g')

/** As much of a terminal as the screen uses: its lines, with the cursor moves and clearings carried out. */
const play = (written: string): string[] => {
  const lines: string[] = ['']
  let [row, column] = [0, 0]
  for (const [part] of written.matchAll(parts)) {
    if (part === '\r') column = 0
    else if (part === '\n') lines[++row] ??= ''
    else if (part.endsWith('A') && part.startsWith('\u001b')) row -= Number(part.slice(2, -1))
    else if (part === '\u001b[2K') lines[row] = ''
    else if (part === '\u001b[J') lines.splice(row, lines.length, (lines[row] ?? '').slice(0, column))
    else if (!part.startsWith('\u001b')) {
      const line = (lines[row] ?? '').padEnd(column)
      lines[row] = line.slice(0, column) + part + line.slice(column + part.length)
      column += part.length
    }
  }
  return lines
}

test('lines above stay, the panel stands below them once, and closing leaves the lines alone', () => {
  const io = createTestIo()
  const screen = createScreen(io)
  screen.draw(['one'], ['panel a', 'panel b', 'panel c'])
  screen.draw([], ['panel d', 'panel e', 'panel f'])
  screen.draw(['two', 'three'], ['panel g'])
  expect(play(io.raws.join(''))).toEqual(['one', 'two', 'three', 'panel g'])
  screen.draw(['four'], [])
  screen.close()
  expect(play(io.raws.join(''))).toEqual(['one', 'two', 'three', 'four', ''])
})

test('after the terminal was made narrower, the panel is found at the height that its lines now take', () => {
  const io = createTestIo()
  const screen = createScreen(io)
  screen.draw([], ['x'.repeat(80), 'short'])
  io.columns = 40
  screen.draw([], ['x'.repeat(40), 'short'])
  expect(io.raws.at(-1)).toContain('\r\u001b[2A\u001b[J')
})
