import { fieldOf, lengthOf } from '../beginning.ts'
import { fill, said } from './fill.ts'
import { figure, named, type Tellers } from './teller.ts'

export const reportTellers: Tellers<'section-write' | 'report-score' | 'readme-write' | 'review-give' | 'refinement-decide'> = {
  'section-write': ({ section, text }, words) =>
    fill(words.section, { section: named(words.sections, section), chars: figure(lengthOf(text), 0, words), text: said(text) }),
  'report-score': ({ score, form }, words) =>
    fill(words.reportScore, { score: figure(score, 2, words), text: said(fieldOf(form, 'summary')) }),
  'readme-write': ({ text }, words) => fill(words.readme, { text: said(text) }),
  'review-give': ({ reviewer, score, form }, words) =>
    fill(words.review, {
      reviewer: said(reviewer, 60).text,
      score: figure(score, 2, words),
      decision: named(words.decisions, fieldOf(form, 'decision')),
      text: said(fieldOf(form, 'summary')),
    }),
  'refinement-decide': ({ decision, why }, words) => fill(decision === 'revise' ? words.revise : words.finish, { why: said(why) }),
}
