import { fitted, widthOf } from './width.ts'

/**
 * A text in lines of at most `columns` cells, broken at spaces where there are any. `taken` cells of the first line are used
 * by something else. A character that is wider than a whole line is left out.
 */
export const wrap = (text: string, columns: number, taken = 0): string[] => {
  const lines: string[] = []
  let rest = text.trim()
  while (rest !== '' && widthOf(rest) > columns - (lines.length ? 0 : taken)) {
    const shared = lines.length === 0 && taken > 0
    const most = fitted(rest, columns - (shared ? taken : 0))
    const space = rest[most.length] === ' ' ? most.length : most.lastIndexOf(' ')
    const line = space > 0 ? rest.slice(0, space) : shared ? '' : most
    if (line === '' && !shared) rest = [...rest].slice(1).join('').trimStart()
    else lines.push(line.trimEnd())
    rest = rest.slice(line.length).trimStart()
  }
  return rest === '' ? lines : [...lines, rest]
}
