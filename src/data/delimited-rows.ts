/** A record of a delimited file, with the line of the file that it begins on, from 1. */
export type Delimited = { line: number; cells: string[] } | { line: number; problem: string }

/**
 * The records of a text as RFC 4180 has them: a cell in double quotes may hold separators, line ends, and "" for a quote. Line ends
 * may be \n, \r\n or \r. Blank lines are passed over. A cell without quotes loses the spaces around it. A problem is the last thing.
 */
export function* delimitedRows(text: string, separator: string): Generator<Delimited> {
  let at = 0
  let line = 1
  let start = 1
  let cells: string[] = []
  let quotedAny = false

  const endOfPlain = (): number => {
    let end = at
    for (; end < text.length; end++) {
      const character = text[end]
      if (character === separator || character === '\n' || character === '\r') break
    }
    return end
  }

  while (at < text.length) {
    if (text[at] === '"') {
      const opened = line
      let value = ''
      let from = at + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        if (quote < 0) return yield { line: opened, problem: 'a quote is opened and never closed' }
        value += text.slice(from, quote)
        at = quote + 1
        if (text[at] !== '"') break
        value += '"'
        from = at + 1
      }
      line += value.match(/\r\n|\r|\n/g)?.length ?? 0
      quotedAny = true
      cells.push(value)
      const next = text[at]
      if (next !== undefined && next !== separator && next !== '\n' && next !== '\r')
        return yield { line, problem: 'there is text after a closing quote; write a quote inside of a cell as ""' }
    } else {
      const end = endOfPlain()
      cells.push(text.slice(at, end).trim())
      at = end
    }

    if (text[at] === separator) {
      at += 1
      // A separator that ends the text has an empty cell behind it.
      if (at >= text.length) cells.push('')
      if (at < text.length && text[at] !== '\n' && text[at] !== '\r') continue
      if (at < text.length) cells.push('')
    }
    if (cells.length > 1 || quotedAny || cells[0] !== '') yield { line: start, cells }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    line += 1
    start = line
    cells = []
    quotedAny = false
  }
}
