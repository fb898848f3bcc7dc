import { useWords } from '../../../words/use-words.ts'
import { paperWords } from '../words.ts'

type FourProps = { name: string; mark: number; top: number }

/** A mark on its scale: a dot on a line of as many places as there are marks. */
export const Four = ({ name, mark, top }: FourProps) => {
  const { reviews } = useWords(paperWords)
  const places = Array.from({ length: top }, (_, place) => place + 1)
  return (
    <div className="scale">
      <span>{name}</span>
      <span className="four" aria-hidden="true">
        {places.map((place) => (
          <i className={place === mark ? 'on' : undefined} key={place} />
        ))}
      </span>
      <span className="num">
        <span aria-hidden="true">{mark}</span>
        <span className="visually-hidden">{reviews.outOf(String(mark), String(top))}</span>
      </span>
    </div>
  )
}
