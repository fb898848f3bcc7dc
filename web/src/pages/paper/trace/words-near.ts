/** Words that say nothing about what a number is, in the three languages of a report. */
const empty = new Set(
  'about after also and are arms been before between both but each for from given have here into more most not once only other over same than that the their them then there these they this those through under used very was were when where which while with within without con del desde dos entre este esta las los más menos para pero por que sin sobre son una uno avec aux chaque dans des elle entre est les leur mais moins par pas plus pour que qui sans ses son sont sur une number value values mean'.split(
    ' ',
  ),
)

/** Camel case, dashes and underscores are spaces. */
const spaced = (text: string): string => text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
const folded = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
/** The first five letters stand for a word and its endings. */
const stem = (word: string): string => word.slice(0, 5)

export const stemsOf = (text: string): Set<string> =>
  new Set(
    folded(spaced(text))
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2 && !empty.has(word))
      .map(stem),
  )

/** The first word of a text for each stem, in lower case; a stem that no word of it begins with is left out. */
export const wordsWith = (stems: readonly string[], text: string): string[] => {
  const words = spaced(text)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
  return stems.flatMap((wanted) => words.find((word) => stem(folded(word)) === wanted) ?? [])
}

export const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] => [...one].filter((stem) => other.has(stem))

/** The sentence around a place in a text, and where it begins. */
export const sentenceAt = (text: string, place: number): { text: string; start: number } => {
  const starts = [0, ...[...text.matchAll(/[.!?]["”’)]?\s+(?=["“(]?\p{Lu})|\n/gu)].map((end) => end.index + end[0].length)]
  const at = starts.findLastIndex((start) => start <= place)
  const start = starts[at] ?? 0
  return { text: text.slice(start, starts[at + 1] ?? text.length), start }
}

/** What stands close before and after, not beyond the sentence. */
export const windowAt = (text: string, { start, end }: { start: number; end: number }, reach: number): string => {
  const sentence = sentenceAt(text, start)
  const last = sentence.start + sentence.text.length
  return `${text.slice(Math.max(sentence.start, start - reach), start)} ${text.slice(end, Math.min(last, end + reach))}`
}
