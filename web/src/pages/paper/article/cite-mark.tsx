import { useWords } from '../../../words/use-words.ts'
import { evidenceId, usePaper } from '../paper-context.ts'
import { paperWords } from '../words.ts'

/** A citation: opens what is known of the paper. One that is no paper of the record is marked. */
export const CiteMark = ({ number }: { number: number }) => {
  const { references, chosen, choose } = usePaper()
  const { paper: words } = useWords(paperWords)
  const reference = references.find((one) => one.number === number)
  const current = chosen?.kind === 'citation' && chosen.number === number
  return (
    <a
      href={`#${evidenceId}`}
      className={reference?.paper ? 'cite' : 'cite loose'}
      aria-current={current ? 'true' : undefined}
      aria-label={words.citation(String(number))}
      title={reference?.text ?? words.unknown}
      onClick={(event) => {
        event.preventDefault()
        choose(current ? undefined : { kind: 'citation', number })
      }}
    >
      [{number}]
    </a>
  )
}
