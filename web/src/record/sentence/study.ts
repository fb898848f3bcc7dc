import { countOf, fieldOf, itemsOf } from '../beginning.ts'
import { fill, said } from './fill.ts'
import { figure, named, type Tellers } from './teller.ts'

/** The literature and the plan: what the lab takes from others and means to do with it. */
export const studyTellers: Tellers<
  | 'search-end'
  | 'paper-read'
  | 'paper-add'
  | 'plan-accept'
  | 'dataset-search'
  | 'dataset-accept'
  | 'data-card'
  | 'effect-note'
  | 'interpretation-accept'
> = {
  'search-end': ({ query, status, papers }, words) =>
    fill(status === 'ok' || status === undefined ? words.searched : words.searchFailed, {
      query: said(query),
      count: figure(countOf(papers), 0, words),
      why: named(words.searchFaults, status),
    }),
  'paper-read': ({ id }, words) => fill(words.paperRead, { id: said(id).text }),
  'paper-add': ({ id, note }, words) => fill(words.paperAdded, { id: said(id).text, note: said(note) }),
  'plan-accept': ({ text }, words) => fill(words.plan, { text: said(text) }),
  'dataset-search': ({ query, status, datasets }, words) =>
    fill(status === 'ok' || status === undefined ? words.datasetsSearched : words.datasetsFailed, {
      query: said(query),
      count: figure(countOf(datasets), 0, words),
      why: named(words.searchFaults, status),
    }),
  'dataset-accept': ({ language }, words) => fill(words.dataset, { language: said(language).text }),
  'data-card': ({ card }, words) => {
    const problem = said(itemsOf(fieldOf(card, 'problems'))[0])
    return fill(problem.text === '' ? words.dataCard : words.dataCardProblem, {
      source: said(fieldOf(card, 'source')).text,
      rows: figure(fieldOf(card, 'rows'), 0, words),
      columns: figure(countOf(fieldOf(card, 'columns')), 0, words),
      target: said(fieldOf(card, 'target')).text,
      problem: problem.text,
    })
  },
  'effect-note': ({ outcome, estimate, low, high, unit, paper }, words) =>
    fill(words.effect, {
      outcome: said(outcome),
      estimate: figure(estimate, 3, words),
      low: figure(low, 3, words),
      high: figure(high, 3, words),
      unit: said(unit).text,
      paper: said(paper).text,
    }),
  'interpretation-accept': ({ text }, words) => fill(words.interpretation, { text: said(text) }),
}
