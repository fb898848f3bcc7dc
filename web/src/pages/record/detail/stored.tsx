import { useMemo, useState } from 'react'
import type { StoredEvent } from '../../../../../src/store/event-log.ts'
import { Button } from '../../../parts/button.tsx'
import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { recordWords } from '../words.ts'

/** As much as is drawn at once without a pause. */
const first = 8000

const key = /^(\s*)("(?:[^"\\]|\\.)*")(?=:)/

/** An entry as JSON, the names of its fields in colour. */
export const Stored = ({ entry }: { entry: StoredEvent }) => {
  const words = useWords(recordWords)
  const { number } = useFormats()
  const [all, setAll] = useState(false)
  const text = useMemo(() => JSON.stringify(entry, null, 2), [entry])
  const lines = (all ? text : text.slice(0, first)).split('\n')
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also with the keys. */}
      <pre tabIndex={0} className="stored">
        {lines.map((line, place) => {
          const [, space = '', name = ''] = key.exec(line) ?? []
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: stored lines keep their places.
            <span key={place}>
              {space}
              {name !== '' && <span className="k">{name}</span>}
              {line.slice(space.length + name.length)}
              {'\n'}
            </span>
          )
        })}
      </pre>
      {!all && text.length > first && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {words.rest(number(text.length - first))}
        </Button>
      )}
    </>
  )
}
