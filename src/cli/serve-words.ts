import type { Config } from '../api/index.ts'

/** What `gal serve` prints, beside its banner. */
export type ServeWords = {
  open(url: string): string
  audience(url: string): string
  received(message: string): string
}

/** In each language of the interface. */
export const serveWords: Readonly<Record<Config['ui']['language'], ServeWords>> = {
  en: {
    open: (url) => `Open ${url}`,
    audience: (url) => `Open ${url} (for looking only)`,
    received: (message) => `Message received: ${message}`,
  },
  es: {
    open: (url) => `Abra ${url}`,
    audience: (url) => `Abra ${url} (solo para mirar)`,
    received: (message) => `Mensaje recibido: ${message}`,
  },
  fr: {
    open: (url) => `Ouvrez ${url}`,
    audience: (url) => `Ouvrez ${url} (pour regarder seulement)`,
    received: (message) => `Message reçu : ${message}`,
  },
}
