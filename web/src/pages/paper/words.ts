import { defineWords } from '../../words/define-words.ts'
import { en } from './words-en.ts'
import { es } from './words-es.ts'
import { fr } from './words-fr.ts'

/** What the paper page says. `what` names a measure, its split and its arms. */
export const paperWords = defineWords(en, { es, fr })
export type PaperWords = (typeof paperWords)['en']
