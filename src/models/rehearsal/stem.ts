const endings = ['ements', 'ement', 'ations', 'ation', 'ings', 'ing', 'ers', 'er', 'ed', 'es', 'as', 'os', 's', 'e', 'o', 'a']

/** Spellings on both sides of the Atlantic, made one. */
const oneSpelling = (word: string): string => word.replaceAll('z', 's').replaceAll('our', 'or')

/**
 * The stem of a word without case, accents and the commonest endings of English, Spanish and French. Crude on purpose:
 * it only has to bring the words of a topic and those of a study to the same form.
 */
export const stem = (word: string): string => {
  const plain = oneSpelling(word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())
  const ending = endings.find((candidate) => plain.endsWith(candidate) && plain.length - candidate.length >= 3)
  return ending === undefined ? plain : plain.slice(0, -ending.length)
}

/** The words of a text, as written. An elided article (l', d') is a word of its own. */
export const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
