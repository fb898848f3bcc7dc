import type { Config } from '../../../api/index.ts'
import { en, type Texts } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

export type { Texts } from './en.ts'

/** The view's words in each language of the interface. */
export const textsOf: Readonly<Record<Config['ui']['language'], Texts>> = { en, es, fr }
