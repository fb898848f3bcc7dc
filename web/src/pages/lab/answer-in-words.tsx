import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { useWords } from '../../words/use-words.ts'
import { sendOnEnter } from './send-on-enter.ts'
import { labWords } from './words.ts'

type FormProps = { disabled: boolean; focused: boolean; onAnswer: (text: string) => Promise<boolean> }

const AnswerForm = ({ disabled, focused, onAnswer }: FormProps) => {
  const { needs } = useWords(labWords)
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useEffect(() => {
    if (focused) field.current?.focus()
  }, [focused])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '' && (await onAnswer(text.trim()))) setText('')
  }
  return (
    <form className="answer-form" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{needs.yours}</label>
        <textarea
          ref={field}
          id={id}
          className="input"
          rows={2}
          maxLength={4000}
          value={text}
          disabled={disabled}
          onKeyDown={sendOnEnter}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Button type="submit" disabled={disabled || text.trim() === ''}>
        {needs.send}
      </Button>
    </form>
  )
}

type AnswerInWordsProps = { open: boolean; disabled: boolean; onAnswer: (text: string) => Promise<boolean> }

/** A button that opens a field for an answer in one's own words. A question without options has the field at once. */
export const AnswerInWords = ({ open, disabled, onAnswer }: AnswerInWordsProps) => {
  const { needs } = useWords(labWords)
  const [asked, setAsked] = useState(false)
  if (open || asked) return <AnswerForm disabled={disabled} focused={asked} onAnswer={onAnswer} />
  return (
    <Button disabled={disabled} aria-expanded={false} onClick={() => setAsked(true)}>
      {needs.inWords}
    </Button>
  )
}
