/** What no text of a report may hold: control characters, halves of a character, and marks that turn the direction of reading. */
const unseen = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu

/** Text from outside with line feeds only and nothing that cannot be seen. */
export const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').toWellFormed().replace(unseen, '')

/** Text from outside as one line, with no meaning for whatever it is put into. */
export const oneLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim()

/** Text from outside as words on one line of Markdown, also within a cell of a table: nothing in it is markup. */
export const plain = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    // Not a backslash: right after a bare address some readers take that for a part of the address.
    .replaceAll('<', '&lt;')
    .replace(/^[#>+=-]/, '\\$&')
    .replace(/^\d+(?=[.)](?:\s|$))/, '$&\\')

/** Text from outside for a file that people open in a terminal or an editor: what cannot be seen shows as a dot; tabs and line feeds stay. */
export const shown = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/[\p{Cc}\p{Cf}]/gu, (char) => (char === '\n' || char === '\t' ? char : '·'))

/** The same on one line, for a cell of a table. */
export const shownOnOneLine = (text: string): string => shown(text.replace(/\r\n?|[\n\u0085\u2028\u2029]/g, ' ')).replaceAll('\t', '·')

const emphasis = /(?<![\p{L}\p{N}\\])([*_]{1,3})(?=\S)(.*?\S)\1(?![\p{L}\p{N}])/gu

/** Markdown without the marks of emphasis, also one within another. */
export const withoutEmphasis = (markdown: string): string => markdown.replace(emphasis, '$2').replace(emphasis, '$2')

/** The beginning of a text as plain words. */
export const plainHead = (text: string, chars: number): string => {
  const line = oneLine(text)
  return line.length <= chars ? plain(line) : `${plain(line.slice(0, chars).replace(/\s\S*$/u, ''))} …`
}

/** A fenced block that nothing in the code can end. */
export const fenced = (code: string, info = ''): string => {
  const runs = code.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}${info}\n${code}\n${fence}`
}

/** A table of Markdown; cells are Markdown of one line. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
