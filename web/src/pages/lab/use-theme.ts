import { useSyncExternalStore } from 'react'

const dark = () => matchMedia('(prefers-color-scheme: dark)')

const subscribe = (listener: () => void) => {
  const watch = new MutationObserver(listener)
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const system = dark()
  system.addEventListener('change', listener)
  return () => {
    watch.disconnect()
    system.removeEventListener('change', listener)
  }
}

/** The theme that is drawn: what was chosen, else the system's. A canvas must know, for it has no style sheet. */
export const useTheme = (): string =>
  useSyncExternalStore(subscribe, () => document.documentElement.dataset.theme ?? (dark().matches ? 'dark' : 'light'))
