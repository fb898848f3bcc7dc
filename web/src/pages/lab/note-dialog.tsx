import { type FormEvent, useId, useRef, useState } from 'react'
import { phaseNames } from '../../../../src/core/names.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { useWords } from '../../words/use-words.ts'
import { sendOnEnter } from './send-on-enter.ts'
import { useCommand } from './use-command.ts'
import { labWords } from './words.ts'

const PhaseField = ({ phase, onChoose }: { phase: string; onChoose: (phase: string) => void }) => {
  const { note } = useWords(labWords)
  const { phases } = useWords()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{note.phase}</label>
      <select id={id} className="input" value={phase} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{note.all}</option>
        {phaseNames.map((name) => (
          <option key={name} value={name}>
            {phases[name]}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What a person tells the lab, for one phase or for all that follow. It is open while it is drawn. */
export const NoteDialog = ({ run, onClose }: { run: string; onClose: () => void }) => {
  const { note } = useWords(labWords)
  const { cancel } = useWords()
  const { busy, refused, send } = useCommand()
  const [text, setText] = useState('')
  const [phase, setPhase] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const id = useId()
  // Closed as Esc closes it, for then the browser puts the focus back where it was.
  const close = () => form.current?.closest('dialog')?.close()

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || text.trim() === '') return
    const chosen = phaseNames.find((name) => name === phase)
    if (await send({ type: 'run.note', run, text: text.trim(), ...(chosen ? { phase: chosen } : {}) })) close()
  }

  return (
    <Dialog title={note.title} onClose={onClose}>
      <form ref={form} className="note-form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>{note.text}</label>
          <textarea
            id={id}
            className="input"
            rows={4}
            maxLength={4000}
            required
            value={text}
            onKeyDown={sendOnEnter}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setText(event.target.value)}
          />
          <p className="hint" id={`${id}-hint`}>
            {note.hint}
          </p>
        </div>
        <PhaseField phase={phase} onChoose={setPhase} />
        <p className="refused" role="alert">
          {refused}
        </p>
        <div className="acts">
          <Button type="submit" kind="filled" disabled={busy || text.trim() === ''}>
            {note.send}
          </Button>
          <Button onClick={close}>{cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
