import { type KeyboardEvent, type RefObject, useCallback } from 'react'

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Arrows go from one button of a row to the next, so that the tab key stops at the row once. */
export const useRoving = (row: RefObject<HTMLElement | null>) =>
  useCallback(
    (event: KeyboardEvent) => {
      const step = steps[event.key]
      if (step === undefined || !row.current) return
      const buttons = [...row.current.querySelectorAll('button')]
      const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]
      event.preventDefault()
      event.stopPropagation()
      next?.focus()
    },
    [row],
  )
