import { useWords } from '../../words/use-words.ts'
import { paperWords } from './words.ts'

/** Before a word is written: what will stand here, and when. */
export const EmptyPaper = ({ topic, ended }: { topic: string; ended: boolean }) => {
  const { empty } = useWords(paperWords)
  return (
    <article className="article">
      <h1>{topic}</h1>
      <div className="empty">
        <h2>{empty.title}</h2>
        <p>{ended ? empty.ended : empty.why}</p>
      </div>
    </article>
  )
}
