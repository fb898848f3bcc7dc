import type { SpreadView } from '../../../../src/core/viewer/viewer-state.ts'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { labWords } from './words.ts'

/** A metric over seeds in words: its mean, least and most, how many seeds, and on which part of the data. */
export const useSpreadTold = (metric: string, spread: SpreadView | undefined): string => {
  const { programs } = useWords(labWords)
  const { number } = useFormats()
  if (!spread) return ''
  const { mean, least, most, seeds, split } = spread
  const told = programs.spread(metric, number(mean, 3), number(least, 3), number(most, 3), seeds)
  return split === null ? told : `${told}, ${split}`
}
