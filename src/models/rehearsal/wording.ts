import type { SectionName } from '../../core/names.ts'
import type { AnyStudy, Settings } from './studies/study.ts'
import { en } from './wording/en.ts'
import type { Occasion, ResultFacts, Wording } from './wording/facts.ts'

export type { Occasion, ResultFacts } from './wording/facts.ts'

const languages = { en } as const satisfies Readonly<Record<string, Wording>>
export type Language = keyof typeof languages

/** The plan of an attempt: question, hypothesis, data, arms, measure and analysis, settled before anything is run. */
export const planText = (study: AnyStudy, settings: Settings, occasion: Occasion, language: Language = 'en'): string =>
  languages[language].plan({ ...occasion, study, settings })

/** What the results mean for the hypothesis, and what they do not show. */
export const interpretationText = (facts: ResultFacts, language: Language = 'en'): string => languages[language].interpretation(facts)

/** One section of the report. Numbers of results come from the analysis, citations from the papers given. */
export const sectionText = (section: SectionName, facts: ResultFacts, language: Language = 'en'): string =>
  languages[language].sections[section](facts)
