import { countOf, fieldOf, itemsOf } from '../beginning.ts'
import { fill, said } from './fill.ts'
import { figure, named, type Tellers } from './teller.ts'
import type { SentenceWords } from './words.ts'

const shown = 4

/** The names of what was measured, each once; the first few of many. */
const namesIn = (metrics: unknown): string => {
  const names = [...new Set(itemsOf(metrics).map((metric) => said(fieldOf(metric, 'name'), 40).text))]
  return [...names.slice(0, shown), ...(names.length > shown ? ['…'] : [])].join(', ')
}

/** Why its numbers are doubted: a word of the viewer's for each reason. */
const doubtsIn = (flags: unknown, words: SentenceWords): string =>
  itemsOf(flags)
    .map((flag) => named(words.flags, fieldOf(flag, 'kind')))
    .join(', ')

/** Which sentence tells a judgement: without a test there is nothing that it was held against. */
const judgementOf = (accepted: unknown, best: unknown, p: unknown) => {
  if (best === undefined || typeof p !== 'number') return accepted === true ? 'judgedFirst' : 'judgedOut'
  return accepted === true ? 'judgedBetter' : 'judgedNotBetter'
}

export const programTellers: Tellers<'program-start' | 'program-end' | 'program-score' | 'program-judge' | 'reflection-add'> = {
  'program-start': ({ operator, language, parent }, words) =>
    fill(parent === undefined ? words.programStart : words.programStartFrom, {
      what: named(words.operators, operator),
      language: said(language).text,
      parent: said(parent).text,
    }),
  'program-end': ({ fault, seconds, metrics, flags }, words) => {
    const took = figure(seconds, 1, words)
    if (fault !== undefined) return fill(words.programFailed, { seconds: took, why: said(fieldOf(fault, 'message')).text })
    const doubt = doubtsIn(flags, words)
    if (doubt) return fill(words.programDoubted, { seconds: took, names: namesIn(metrics), why: doubt })
    return fill(countOf(metrics) > 0 ? words.programOk : words.programSilent, { seconds: took, names: namesIn(metrics) })
  },
  'program-score': ({ score, why }, words) => fill(words.programScore, { score: figure(score, 3, words), why: said(why) }),
  'program-judge': ({ program, best, accepted, p, pairs }, words) =>
    fill(words[judgementOf(accepted, best, p)], {
      program: said(program).text,
      best: said(best).text,
      p: figure(p, 3, words),
      pairs: figure(pairs, 0, words),
    }),
  'reflection-add': ({ text }, words) => fill(words.lesson, { text: said(text) }),
}
