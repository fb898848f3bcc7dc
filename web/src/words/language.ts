import { useSyncExternalStore } from 'react'

/** The languages that the viewer speaks, each named in itself. */
export const languages = { en: 'English', es: 'Español', fr: 'Français' } as const
export type Language = keyof typeof languages

const storedAs = 'gal-language'
const isLanguage = (text: string | null | undefined): text is Language => text != null && Object.hasOwn(languages, text)

/**
 * What a page may ask about the person before it: the query of its address, what was chosen before, the language that the page was
 * served in, what the browser prefers.
 */
export type Preference = { query: string; stored: string | null; served: string; preferred: readonly string[] }

/**
 * The first of these that names a language of the viewer: the address, the stored choice, the server's, the browser's; else English.
 * A server that says English may only not have been told otherwise, so it does not go before the browser.
 */
export const languageFor = ({ query, stored, served, preferred }: Preference): Language =>
  [new URLSearchParams(query).get('lang'), stored, served === 'en' ? null : served, ...preferred.map((tag) => tag.split('-')[0])].find(
    isLanguage,
  ) ?? 'en'

const readStored = (): string | null => {
  try {
    return localStorage.getItem(storedAs)
  } catch {
    return null // A browser may forbid storage; then the choice lasts as long as the page.
  }
}

let current: Language | undefined
const listeners = new Set<() => void>()

const currentLanguage = (): Language => {
  current ??= languageFor({
    query: location.search,
    stored: readStored(),
    served: document.documentElement.lang,
    preferred: navigator.languages,
  })
  return current
}

/** Tells the page's language to the browser and to screen readers. Called once before the first drawing. */
export const announceLanguage = (): void => {
  document.documentElement.lang = currentLanguage()
}

export const setLanguage = (language: Language): void => {
  current = language
  announceLanguage()
  try {
    localStorage.setItem(storedAs, language)
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

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage)
