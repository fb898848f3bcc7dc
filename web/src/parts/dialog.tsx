import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../words/use-words.ts'
import { IconButton } from './button.tsx'

type DialogProps = { title: string; onClose: () => void; children: ReactNode }

/** A dialog over the page: Esc and the button close it, the focus stays inside and goes back where it was. `onClose` comes after that. */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const { close } = useWords()
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!element.current?.open) element.current?.showModal()
  }, [])
  return (
    <dialog className="dialog" ref={element} aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={close} onClick={() => element.current?.close()} />
      </header>
      {children}
    </dialog>
  )
}
