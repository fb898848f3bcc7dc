const words = {
  en: 'WebSocket server started at',
  es: 'Servidor WebSocket iniciado en',
  fr: 'Serveur WebSocket démarré sur',
}

/** The line that says where the server listens, in each language of the interface. */
export type Banner = Record<keyof typeof words, string>

export const createBanner = (url: string): Banner => ({ en: `${words.en} ${url}`, es: `${words.es} ${url}`, fr: `${words.fr} ${url}` })
