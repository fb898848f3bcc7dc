import { type ReactNode, type RefObject, useId } from 'react'
import { Icon } from '../../../parts/icon.tsx'
import { useFormats } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { recordWords } from '../words.ts'
import type { Found } from './use-search.ts'

type FindRowProps = {
  text: string
  onText: (text: string) => void
  found: Found
  /** Entries that there are. */
  total: number
  /** Which of the hits is chosen, from 1; 0 for none of them. */
  place: number
  onNext: (step: 1 | -1) => void
  field: RefObject<HTMLInputElement | null>
  children: ReactNode
}

/** Where the record is searched, and how many entries fit. Enter goes to the next of them, Escape empties the field. */
export const FindRow = ({ text, onText, found, total, place, onNext, field, children }: FindRowProps) => {
  const words = useWords(recordWords)
  const { number } = useFormats()
  const id = useId()
  const hits = number(found.hits.length)
  const sayCount = () => {
    if (found.looking) return words.searching(hits)
    return place > 0 && text !== '' ? words.place(number(place), hits) : words.found(hits, number(total))
  }
  return (
    <search className="find-row">
      <div className="search">
        <label className="visually-hidden" htmlFor={id}>
          {words.search}
        </label>
        <Icon name="search" />
        <input
          className="input"
          id={id}
          ref={field}
          type="search"
          value={text}
          placeholder={words.search}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onNext(event.shiftKey ? -1 : 1)
            else if (event.key === 'Escape' && text === '') event.currentTarget.blur()
            else if (event.key === 'Escape') onText('')
            else return
            event.preventDefault()
          }}
        />
        <output htmlFor={id}>{sayCount()}</output>
      </div>
      {children}
    </search>
  )
}
