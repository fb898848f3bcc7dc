import { useSyncExternalStore } from 'react'

let lit: string | null = null
const listeners = new Set<() => void>()

/** Lights a program wherever it is drawn, in the tree and on the curve; null puts it out. */
export const setLit = (program: string | null): void => {
  if (program === lit) return
  lit = program
  for (const listener of [...listeners]) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The program that is hovered or focused. */
export const useLit = (): string | null => useSyncExternalStore(subscribe, () => lit)
