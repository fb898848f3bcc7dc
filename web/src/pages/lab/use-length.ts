import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { labWords } from './words.ts'

/** Seconds for people: a clock, and below ten seconds tenths, for a clock would show 0:00 for most of a rehearsal. */
export const useLength = (): ((seconds: number) => string) => {
  const { clock, fixed } = useFormats()
  const words = useWords(labWords)
  return (seconds) => (seconds < 10 ? words.seconds(fixed(Math.max(0, seconds), 1)) : clock(seconds))
}
