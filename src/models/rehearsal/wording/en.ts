import { abstract } from './en/abstract.ts'
import { discussion, interpretation } from './en/discussion.ts'
import { experimentalSetup, methods } from './en/methods.ts'
import { background, introduction } from './en/opening.ts'
import { plan } from './en/plan.ts'
import { relatedWork } from './en/related.ts'
import { results } from './en/results.ts'
import type { Wording } from './facts.ts'

/** English. */
export const en: Wording = {
  plan,
  interpretation,
  sections: {
    abstract,
    introduction,
    'related-work': relatedWork,
    background,
    methods,
    'experimental-setup': experimentalSetup,
    results,
    discussion,
  },
}
