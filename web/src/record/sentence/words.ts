import { defineWords } from '../../words/define-words.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

/** The words of `sentenceOf`: give it `useWords(sentenceWords)`. */
export const sentenceWords = defineWords(en, { es, fr })
export type SentenceWords = (typeof sentenceWords)['en']
