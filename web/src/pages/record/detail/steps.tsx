import { useWords } from '../../../words/use-words.ts'
import { recordWords } from '../words.ts'

/** The entries before and after, whatever the list is narrowed to. */
export const Steps = ({ seq, last, onChoose }: { seq: number; last: number; onChoose: (seq: number) => void }) => {
  const words = useWords(recordWords)
  const steps = [
    { name: words.before, to: seq - 1 },
    { name: words.after, to: seq + 1 },
  ]
  return (
    <span className="steps small">
      {steps.map(({ name, to }) =>
        to < 1 || to > last ? (
          <span className="three" key={name}>
            {name}
          </span>
        ) : (
          <a
            key={name}
            href={`#e${to}`}
            onClick={(click) => {
              click.preventDefault()
              onChoose(to)
            }}
          >
            {name}
          </a>
        ),
      )}
    </span>
  )
}
