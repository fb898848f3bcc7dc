import { countOf, fieldOf, itemsOf } from '../beginning.ts'
import { fill, said } from './fill.ts'
import { figure, named, type Tellers } from './teller.ts'

const shown = 4

/** The names of what was measured, each once; the first few of many. */
const namesIn = (metrics: unknown): string => {
  const names = [...new Set(itemsOf(metrics).map((metric) => said(fieldOf(metric, 'name'), 40).text))]
  return [...names.slice(0, shown), ...(names.length > shown ? ['…'] : [])].join(', ')
}

export const programTellers: Tellers<'program-start' | 'program-end' | 'program-score' | 'reflection-add'> = {
  'program-start': ({ operator, language, parent }, words) =>
    fill(parent === undefined ? words.programStart : words.programStartFrom, {
      what: named(words.operators, operator),
      language: said(language).text,
      parent: said(parent).text,
    }),
  'program-end': ({ fault, seconds, metrics }, words) => {
    const took = figure(seconds, 1, words)
    if (fault !== undefined) return fill(words.programFailed, { seconds: took, why: said(fieldOf(fault, 'message')).text })
    return fill(countOf(metrics) > 0 ? words.programOk : words.programSilent, { seconds: took, names: namesIn(metrics) })
  },
  'program-score': ({ score, why }, words) => fill(words.programScore, { score: figure(score, 3, words), why: said(why) }),
  'reflection-add': ({ text }, words) => fill(words.lesson, { text: said(text) }),
}
