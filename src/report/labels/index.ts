import { en, type Labels } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

export type { Labels } from './en.ts'

/** Codes, and the names that AgentLaboratory's configuration files use. */
const languages: Readonly<Record<string, Labels>> = {
  en,
  es,
  fr,
  spanish: es,
  español: es,
  castellano: es,
  french: fr,
  français: fr,
}

/** The labels for a language given as 'fr', 'fr-CA' or 'French'; English for any that there are none for. */
export const labelsOf = (language: string): Labels => {
  const [first = ''] = language.trim().toLowerCase().split(/[-_]/)
  return Object.hasOwn(languages, first) ? (languages[first] ?? en) : en
}
