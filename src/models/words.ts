/** Pieces that LangChain joins again, at a cost that grows with their number. */
const most = 64

/** A text in words, each with the space after it, so that together they are the text again; a long one in groups of words. */
export const wordsOf = (text: string): string[] => {
  const words = text.match(/\s*\S+\s*/g) ?? (text === '' ? [] : [text])
  const size = Math.ceil(words.length / most)
  return size <= 1
    ? words
    : Array.from({ length: Math.ceil(words.length / size) }, (_, group) => words.slice(group * size, (group + 1) * size).join(''))
}
