import type { InAll } from '../../words/define-words.ts'
import { en } from './words-en.ts'
import { es } from './words-es.ts'
import { fr } from './words-fr.ts'

export type LabWords = typeof en

export const labWords: InAll<LabWords> = { en, es, fr }
