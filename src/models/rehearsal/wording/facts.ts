import type { SectionName } from '../../../core/names.ts'
import type { Analysis } from '../analyse.ts'
import type { AnyStudy, Settings } from '../studies/study.ts'

/** A paper of the review. It is cited as [@id], and only what its note says is said of it. */
export type CitedPaper = { id: string; title: string; note: string; authors: readonly string[]; year?: number | undefined }

/** On what occasion a study is made. */
export type Occasion = {
  topic: string
  /** Whether the study is only the nearest to the topic, and not about the topic itself. */
  nearest: boolean
  /** From 1; later attempts answer the reviewers. */
  attempt: number
  papers: readonly CitedPaper[]
}

export type PlanFacts = Occasion & { study: AnyStudy; settings: Settings }
export type ResultFacts = PlanFacts & { analysis: Analysis }

/** All that is said of studies, in one language. */
export type Wording = {
  plan(facts: PlanFacts): string
  interpretation(facts: ResultFacts): string
  sections: Readonly<Record<SectionName, (facts: ResultFacts) => string>>
}
