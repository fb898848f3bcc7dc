import { beginningOf, fieldOf } from '../beginning.ts'
import { fill, said } from './fill.ts'
import { named, type Tellers } from './teller.ts'

/** A reason stands in the middle of these sentences, so it ends as one. */
const closed = (why: string): string => (why === '' || /[.!?…]$/.test(why) ? why : `${why}.`)

export const phaseTellers: Tellers<'phase-start' | 'role-brief' | 'turns-condense' | 'phase-end'> = {
  'phase-start': ({ phase, attempt }, words) =>
    fill(words.phaseStart, { phase: named(words.phases, phase), attempt: beginningOf(attempt) }),
  'role-brief': ({ text }, words) => fill(words.brief, { text: said(text) }),
  'turns-condense': (_, words) => fill(words.condensed),
  'phase-end': ({ phase, attempt, outcome, next }, words) => {
    const sentences: Readonly<Record<string, string>> = { partial: words.phasePartial, failed: words.phaseFailed }
    return fill(sentences[beginningOf(fieldOf(outcome, 'kind'))] ?? words.phaseComplete, {
      phase: named(words.phases, phase),
      attempt: beginningOf(attempt),
      why: closed(said(fieldOf(outcome, 'why')).text),
      next: next === 'end' ? words.end : named(words.phases, next),
    })
  },
}
