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
  /** What is known of a model in a listing; empty when nothing is. */
  known(model: Known): string
  listing: ListingWords
}

type Known = { [Key in 'context' | 'structured' | 'tools' | 'thinking' | 'tokensPerSecond' | 'step']?: Probed[Key] | undefined }

/** What `gal models` says of providers. */
type ListingWords = Readonly<
  Record<'configured' | 'probed' | 'answers' | 'empty' | 'not-asked' | 'away' | 'trouble' | 'anyServer' | 'noModel', string>
> & {
  keySet(name: string): string
  keyNotSet(name: string): string
  installed(name: string): string
  notInstalled(name: string): string
  more(count: number): string
}

const line = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(', ')

type Parts = {
  context(tokens: number): string
  structured: readonly [string, string]
  tools: readonly [string, string]
  thinking: readonly [string, string]
  speed(tokens: number): string
  endless: string
}

const knownBy =
  ({ context, structured, tools, thinking, speed }: Parts, steps: ModelsWords['steps']) =>
  (model: Known): string =>
    line([
      model.context === undefined ? undefined : context(model.context),
      model.step === undefined ? (model.structured === undefined ? undefined : structured[model.structured ? 0 : 1]) : steps[model.step],
      model.tools === undefined ? undefined : tools[model.tools ? 0 : 1],
      model.thinking === undefined ? undefined : thinking[model.thinking ? 0 : 1],
      model.tokensPerSecond === undefined ? undefined : speed(model.tokensPerSecond),
    ])

const seenBy =
  (parts: Parts, steps: ModelsWords['steps']) =>
  (probed: Probed): string =>
    line([knownBy(parts, steps)(probed), probed.endless ? parts.endless : undefined])

const enSteps = {
  schema: 'held to a schema by its server',
  grammar: 'held to a schema by a grammar',
  tool: 'held to a schema as a call of a tool',
  prompted: 'follows words, but no schema',
  none: 'gave no answer in the form of a turn',
}
const esSteps = {
  schema: 'su servidor lo ciñe a un esquema',
  grammar: 'una gramática lo ciñe a un esquema',
  tool: 'ceñido a un esquema como llamada de una herramienta',
  prompted: 'sigue las palabras, pero ningún esquema',
  none: 'no dio ninguna respuesta con la forma de un turno',
}
const frSteps = {
  schema: 'tenu à un schéma par son serveur',
  grammar: 'tenu à un schéma par une grammaire',
  tool: 'tenu à un schéma comme appel d’un outil',
  prompted: 'suit les mots, mais aucun schéma',
  none: 'aucune réponse en forme de tour',
}

const enParts: Parts = {
  context: (tokens) => `room for ${tokens} tokens`,
  tools: ['tools', 'no tools'],
  thinking: ['can think', 'no thinking'],
  speed: (tokens) => `${tokens} tokens/s`,
  endless: 'does not end by itself: its texts are kept short',
  structured: ['held to schemas', 'not held to schemas'],
}
const enListing: ListingWords = {
  configured: 'Configured',
  probed: 'Probed',
  answers: 'answers',
  empty: 'answers, but has no model (ollama pull qwen3:8b)',
  'not-asked': 'not asked',
  away: 'nobody is there',
  trouble: 'something is wrong',
  anyServer: 'Any OpenAI-style server: openai:<name>, with models.openai.base-url and the key in the environment.',
  noModel: 'No model at all: rehearsal, a real study without a language model.',
  keySet: (name) => `${name} is set`,
  keyNotSet: (name) => `${name} is not set`,
  installed: (name) => `${name} is installed`,
  notInstalled: (name) => `${name} is not installed`,
  more: (count) => `and ${count} more`,
}

const esParts: Parts = {
  context: (tokens) => `sitio para ${tokens} tokens`,
  tools: ['herramientas', 'sin herramientas'],
  thinking: ['puede pensar', 'sin pensamiento'],
  speed: (tokens) => `${tokens} tokens/s`,
  endless: 'no termina por sí mismo: sus textos se limitan',
  structured: ['sujeto a esquemas', 'no sujeto a esquemas'],
}
const esListing: ListingWords = {
  configured: 'Configurado',
  probed: 'Probado',
  answers: 'responde',
  empty: 'responde, pero no tiene ningún modelo (ollama pull qwen3:8b)',
  'not-asked': 'no se le ha preguntado',
  away: 'no hay nadie',
  trouble: 'algo va mal',
  anyServer: 'Cualquier servidor al estilo de OpenAI: openai:<nombre>, con models.openai.base-url y la clave en el entorno.',
  noModel: 'Sin ningún modelo: rehearsal, un estudio real sin modelo de lenguaje.',
  keySet: (name) => `${name} está definida`,
  keyNotSet: (name) => `${name} no está definida`,
  installed: (name) => `${name} está instalado`,
  notInstalled: (name) => `${name} no está instalado`,
  more: (count) => `y ${count} más`,
}

const frParts: Parts = {
  context: (tokens) => `place pour ${tokens} tokens`,
  tools: ['outils', 'sans outils'],
  thinking: ['peut réfléchir', 'sans réflexion'],
  speed: (tokens) => `${tokens} tokens/s`,
  endless: 'ne termine pas de lui-même : ses textes sont limités',
  structured: ['tenu à des schémas', 'non tenu à des schémas'],
}
const frListing: ListingWords = {
  configured: 'Configuré',
  probed: 'Essayé',
  answers: 'répond',
  empty: 'répond, mais n’a aucun modèle (ollama pull qwen3:8b)',
  'not-asked': 'pas interrogé',
  away: 'personne ne répond',
  trouble: 'quelque chose ne va pas',
  anyServer: 'Tout serveur à la manière d’OpenAI : openai:<nom>, avec models.openai.base-url et la clé dans l’environnement.',
  noModel: 'Aucun modèle : rehearsal, une vraie étude sans modèle de langage.',
  keySet: (name) => `${name} est définie`,
  keyNotSet: (name) => `${name} n’est pas définie`,
  installed: (name) => `${name} est installé`,
  notInstalled: (name) => `${name} n’est pas installé`,
  more: (count) => `et ${count} de plus`,
}

/** In each language of the interface. */
export const modelsWords: Readonly<Record<Config['ui']['language'], ModelsWords>> = {
  en: {
    asking: (name) => `Trying out ${name}, for a minute at most …`,
    steps: enSteps,
    seen: seenBy(enParts, enSteps),
    known: knownBy(enParts, enSteps),
    listing: enListing,
    stored: (file) => `Kept in ${file}; runs go by it.`,
    notStored: (why) => `This could not be kept: ${why}`,
    problem: (why) => `Not all could be told: ${why}`,
  },
  es: {
    asking: (name) => `Se prueba ${name}, un minuto como máximo …`,
    steps: esSteps,
    seen: seenBy(esParts, esSteps),
    known: knownBy(esParts, esSteps),
    listing: esListing,
    stored: (file) => `Guardado en ${file}; las ejecuciones lo tienen en cuenta.`,
    notStored: (why) => `No se pudo guardar: ${why}`,
    problem: (why) => `No se pudo saber todo: ${why}`,
  },
  fr: {
    asking: (name) => `Essai de ${name}, une minute au plus …`,
    steps: frSteps,
    seen: seenBy(frParts, frSteps),
    known: knownBy(frParts, frSteps),
    listing: frListing,
    stored: (file) => `Gardé dans ${file} ; les exécutions en tiennent compte.`,
    notStored: (why) => `Impossible à garder : ${why}`,
    problem: (why) => `Tout n'a pas pu être établi : ${why}`,
  },
}
