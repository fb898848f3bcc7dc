import type { Config } from '../../api/index.ts'

/** What `gal view` prints while all goes well. */
export type ViewWords = {
  opening(version: string, what: string): string
  importing: string
  serving(url: string): string
}

/** In each language of the interface. */
export const viewWords: Readonly<Record<Config['ui']['language'], ViewWords>> = {
  en: {
    opening: (version, what) => `Opening the viewer (Godot ${version}): ${what}`,
    importing: 'Godot imports the viewer once; this takes some seconds.',
    serving: (url) => `No server was found, so one runs at ${url} until the viewer is closed.`,
  },
  es: {
    opening: (version, what) => `Se abre el visor (Godot ${version}): ${what}`,
    importing: 'Godot importa el visor una sola vez; tarda unos segundos.',
    serving: (url) => `No se encontró ningún servidor, así que hay uno en ${url} hasta que se cierre el visor.`,
  },
  fr: {
    opening: (version, what) => `Ouverture de la visionneuse (Godot ${version}) : ${what}`,
    importing: 'Godot importe la visionneuse une seule fois ; cela prend quelques secondes.',
    serving: (url) => `Aucun serveur trouvé : il y en a un sur ${url} jusqu’à la fermeture de la visionneuse.`,
  },
}
