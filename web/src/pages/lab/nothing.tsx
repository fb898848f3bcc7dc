import { createContext, use } from 'react'
import { useWords } from '../../words/use-words.ts'
import { labWords } from './words.ts'

/** Whether the run has ended at the moment shown: what is not there will not come. */
export const RunIsOver = createContext(false)

type NothingProps = {
  /** What will be here. */
  yet: string
  /** What is said instead once the run has ended. */
  over?: string
}

/** In the place of what a section shows: what will be here, and once the run has ended, that there is none. */
export const Nothing = ({ yet, over }: NothingProps) => {
  const { without } = useWords(labWords)
  return <p className="none">{use(RunIsOver) ? (over ?? without) : yet}</p>
}
