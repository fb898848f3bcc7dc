import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../words/use-words.ts'
import { IconButton } from './button.tsx'

type DialogProps = { title: string; onClose: () => void; children: ReactNode }

/** A dialog over the page: Esc and the button close it, the focus stays inside and goes back where it was. */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const { close } = useWords()
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog className="dialog" ref={element} aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={close} onClick={onClose} />
      </header>
      {children}
    </dialog>
  )
}
