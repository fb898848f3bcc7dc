const ascii = /^[\p{ASCII}]*$/u

/** A text for searching: without capitals and accents. */
export const folded = (text: string): string =>
  ascii.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replaceAll(/\p{M}+/gu, '')
        .toLowerCase()

/** A piece of a text, and whether it is what was searched for. */
export type Piece = { text: string; hit: boolean; from: number }

/** Cuts a text at each place where a folded needle stands in it. The pieces, joined, are the text. */
export const piecesOf = (text: string, needle: string): Piece[] => {
  if (needle === '') return [{ text, hit: false, from: 0 }]
  const chars = [...text].map(folded)
  const plain = chars.join('')
  // Where each place of the folded text lies in the text: folding may shorten or lengthen a character.
  const origin: number[] = []
  let at = 0
  for (const [index, char] of [...text].entries()) {
    for (let place = 0; place < (chars[index]?.length ?? 0); place += 1) origin.push(at)
    at += char.length
  }
  const pieces: Piece[] = []
  let done = 0
  for (let found = plain.indexOf(needle); found >= 0; found = plain.indexOf(needle, found + needle.length)) {
    const from = origin[found] ?? text.length
    const to = origin[found + needle.length] ?? text.length
    if (to <= from || from < done) continue
    if (from > done) pieces.push({ text: text.slice(done, from), hit: false, from: done })
    pieces.push({ text: text.slice(from, to), hit: true, from })
    done = to
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false, from: done })
  return pieces
}
