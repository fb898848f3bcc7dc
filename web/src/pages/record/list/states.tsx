import { Button } from '../../../parts/button.tsx'
import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { recordWords } from '../words.ts'

/** Before the first entry: what will be here. */
export const Empty = () => {
  const { empty, emptyWhy } = useWords(recordWords)
  return (
    <div className="empty">
      <h3>{empty}</h3>
      <p>{emptyWhy}</p>
    </div>
  )
}

/** Search and filters leave nothing: why, and the way back. */
export const NothingFound = ({ onClear }: { onClear: () => void }) => {
  const { nothing, nothingWhy, clear } = useWords(recordWords)
  return (
    <div className="empty">
      <h3>{nothing}</h3>
      <p>{nothingWhy}</p>
      <p className="acts">
        <Button onClick={onClear}>{clear}</Button>
      </p>
    </div>
  )
}

/** Entries that the log has and this page has not yet. */
export const Coming = ({ count }: { count: number }) => {
  const { coming } = useWords(recordWords)
  const { number } = useFormats()
  return <p className="coming small two">{count > 0 ? coming(number(count)) : ''}</p>
}
