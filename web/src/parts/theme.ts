import { useSyncExternalStore } from 'react'

const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const storedAs = 'gal-theme'
const read = (): Theme => {
  try {
    return themes.find((theme) => theme === localStorage.getItem(storedAs)) ?? 'auto'
  } catch {
    return 'auto' // A browser may forbid storage; then the choice lasts as long as the page.
  }
}

let current: Theme | undefined
const listeners = new Set<() => void>()
const currentTheme = (): Theme => {
  current ??= read()
  return current
}

/** Puts the theme on the page. Called once before the first drawing. */
export const applyTheme = (): void => {
  const theme = currentTheme()
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** As the system, light, dark, and round again. */
export const turnTheme = (): void => {
  current = themes[(themes.indexOf(currentTheme()) + 1) % themes.length] ?? 'auto'
  applyTheme()
  try {
    localStorage.setItem(storedAs, current)
  } catch {
    // As above: kept for this page alone.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
export const useTheme = (): Theme => useSyncExternalStore(subscribe, currentTheme)
