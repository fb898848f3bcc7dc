/** Applied in order, so that spellings and forms of a word meet: 'neighbours' and 'neighbor', 'regularised' and 'regularization'. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/'s$/, ''],
  [/(?<=\w{2})ies$/, 'y'],
  [/(?<=ss|sh|ch|x)es$/, ''],
  [/(?<=\w{2}[^su])s$/, ''],
  [/(?<=\w{3})our$/, 'or'],
  [/(?<=\w{3})[iy][sz](?:ation|ing|ed|er|e)$/, 'iz'],
  [/(?<=\w{4})(?:ation|ing|ed)$/, ''],
  [/(?<=\w{3})e$/, ''],
]

/** A word's crude stem, for matching only. Expects lower case. */
export const stem = (word: string): string => rules.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), word)
