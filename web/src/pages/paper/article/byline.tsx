import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { usePaper } from '../paper-context.ts'
import { paperWords } from '../words.ts'

/** Who wrote this, in which run, when. */
export const Byline = () => {
  const {
    view: { state },
  } = usePaper()
  const words = useWords(paperWords)
  const { attempt } = useWords()
  const { day, number } = useFormats()
  return (
    <p className="byline">
      {words.byline(state.version, state.run, attempt(number(state.attempt)), day(state.at))}{' '}
      {state.model && !state.model.startsWith('rehearsal') && words.model(state.model)}
    </p>
  )
}
