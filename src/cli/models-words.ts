import type { Config } from '../api/index.ts'
import type { Probed } from '../models/probe.ts'

/** What `gal models probe` prints, and `gal models` of what was probed. */
export type ModelsWords = {
  asking(name: string): string
  seen(probed: Probed): string
  steps: Readonly<Record<Probed['step'], string>>
  stored(file: string): string
  notStored(why: string): string
  problem(why: string): string
}

const line = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(', ')

type Parts = {
  context(tokens: number): string
  tools: readonly [string, string]
  thinking: readonly [string, string]
  speed(tokens: number): string
  endless: string
}

const seenBy =
  ({ context, tools, thinking, speed, endless }: Parts, steps: ModelsWords['steps']) =>
  (probed: Probed): string =>
    line([
      probed.context === undefined ? undefined : context(probed.context),
      steps[probed.step],
      probed.tools === undefined ? undefined : tools[probed.tools ? 0 : 1],
      probed.thinking === undefined ? undefined : thinking[probed.thinking ? 0 : 1],
      probed.tokensPerSecond === undefined ? undefined : speed(probed.tokensPerSecond),
      probed.endless ? endless : undefined,
    ])

const enSteps = {
  schema: 'held to a schema by its server',
  grammar: 'held to a schema by a grammar',
  prompted: 'follows words, but no schema',
  none: 'gave no answer in the form of a turn',
}
const esSteps = {
  schema: 'su servidor lo ciñe a un esquema',
  grammar: 'una gramática lo ciñe a un esquema',
  prompted: 'sigue las palabras, pero ningún esquema',
  none: 'no dio ninguna respuesta con la forma de un turno',
}
const frSteps = {
  schema: 'tenu à un schéma par son serveur',
  grammar: 'tenu à un schéma par une grammaire',
  prompted: 'suit les mots, mais aucun schéma',
  none: 'aucune réponse en forme de tour',
}

/** In each language of the interface. */
export const modelsWords: Readonly<Record<Config['ui']['language'], ModelsWords>> = {
  en: {
    asking: (name) => `Trying out ${name}, for a minute at most …`,
    steps: enSteps,
    seen: seenBy(
      {
        context: (tokens) => `room for ${tokens} tokens`,
        tools: ['tools', 'no tools'],
        thinking: ['can think', 'no thinking'],
        speed: (tokens) => `${tokens} tokens/s`,
        endless: 'does not end by itself: its texts are kept short',
      },
      enSteps,
    ),
    stored: (file) => `Kept in ${file}; runs go by it.`,
    notStored: (why) => `This could not be kept: ${why}`,
    problem: (why) => `Not all could be told: ${why}`,
  },
  es: {
    asking: (name) => `Se prueba ${name}, un minuto como máximo …`,
    steps: esSteps,
    seen: seenBy(
      {
        context: (tokens) => `sitio para ${tokens} tokens`,
        tools: ['herramientas', 'sin herramientas'],
        thinking: ['puede pensar', 'sin pensamiento'],
        speed: (tokens) => `${tokens} tokens/s`,
        endless: 'no termina por sí mismo: sus textos se limitan',
      },
      esSteps,
    ),
    stored: (file) => `Guardado en ${file}; las ejecuciones lo tienen en cuenta.`,
    notStored: (why) => `No se pudo guardar: ${why}`,
    problem: (why) => `No se pudo saber todo: ${why}`,
  },
  fr: {
    asking: (name) => `Essai de ${name}, une minute au plus …`,
    steps: frSteps,
    seen: seenBy(
      {
        context: (tokens) => `place pour ${tokens} tokens`,
        tools: ['outils', 'sans outils'],
        thinking: ['peut réfléchir', 'sans réflexion'],
        speed: (tokens) => `${tokens} tokens/s`,
        endless: 'ne termine pas de lui-même : ses textes sont limités',
      },
      frSteps,
    ),
    stored: (file) => `Gardé dans ${file} ; les exécutions en tiennent compte.`,
    notStored: (why) => `Impossible à garder : ${why}`,
    problem: (why) => `Tout n'a pas pu être établi : ${why}`,
  },
}
