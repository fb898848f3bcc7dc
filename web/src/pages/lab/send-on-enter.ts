import type { KeyboardEvent } from 'react'

/** Ctrl+Enter (on a Mac, Command too) sends the form of a field in which Enter alone breaks the line. */
export const sendOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
