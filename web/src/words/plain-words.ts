type Mark = { pattern: RegExp; becomes: string }

/** Every pattern looks only a bounded way ahead: words of a model may be long, and made to be slow. */
const marks: readonly Mark[] = [
  { pattern: /^ {0,3}(?:#{1,6}|>)[ \t]+/gm, becomes: '' },
  { pattern: /^ {0,3}```[^\n]{0,40}(?:\n|$)/gm, becomes: '' },
  { pattern: /^([ \t]{0,12})[*+-][ \t]+/gm, becomes: '$1• ' },
  { pattern: /\[([^\]\n]{1,200})\]\([^()\s]{1,500}\)/g, becomes: '$1' },
  // Between words or spaces two stars are a power, as in 2**3. An opening pair goes at once, for its end may be yet to come.
  { pattern: /(?<!\w)\*\*(?=\S)|(?<=\S)\*\*(?!\w)/g, becomes: '' },
  { pattern: /(?<![\w*])\*(?=[^\s*])([^\n*]{1,200})(?<=\S)\*(?![\w*])/g, becomes: '$1' },
  { pattern: /(?<!\w)_(?=[^\s_])([^\n_]{1,200})(?<=\S)_(?!\w)/g, becomes: '$1' },
  { pattern: /`/g, becomes: '' },
]

/** A text without the marks of Markdown, its lines and paragraphs kept. It may be unfinished. */
export const plainWords = (text: string): string => marks.reduce((words, { pattern, becomes }) => words.replaceAll(pattern, becomes), text)
