const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Nothing is drawn of these, or onto the cell before: combining marks, joiners, and the later parts of a Hangul syllable. */
const none = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]/u
/** Characters that terminals give two cells: what shows as an emoji by itself, the scripts of East Asia, and their punctuation. */
const double =
  /[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Yi}\p{sc=Tangut}\p{sc=Khitan_Small_Script}\p{sc=Nushu}\u2329\u232a\u2ff0-\u303e\u3099-\u33ff\u4dc0-\u4dff\ua960-\ua97c\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{1f200}-\u{1f265}]/u
/** Asks for the coloured, wide picture of the character before. */
const picture = '\ufe0f'

const cells = (point: string): number => {
  if (point < '\u0300') return 1
  if (point === picture) return 1
  if (none.test(point)) return 0
  return double.test(point) ? 2 : 1
}

/** Cells that a text takes in a terminal, at most: terminals differ in joined emoji, and none draws them wider than this. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const point of text) width += cells(point)
  return width
}

/** As many whole characters from the beginning of a text as fit into `columns` cells. */
export const fitted = (text: string, columns: number): string => {
  if (text.length <= columns && widthOf(text) <= columns) return text
  let width = 0
  for (const { segment, index } of graphemes.segment(text)) {
    width += widthOf(segment)
    if (width > columns) return text.slice(0, index)
  }
  return text
}

/** A text cut to `columns` cells, with an ellipsis where something is missing. */
export const clip = (text: string, columns: number): string =>
  widthOf(text) <= columns ? text : columns < 1 ? '' : `${fitted(text, columns - 1)}…`
