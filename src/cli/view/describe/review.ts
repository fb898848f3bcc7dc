import { words } from '../told.ts'
import { type Tellers, whoOf } from './teller.ts'

/** The literature and the plan: what the lab takes from others and means to do with it. */
export const reviewTellers: Tellers<
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
  'search-end': ({ turn, query, status, papers }, { state, texts }) => ({
    text: status === 'ok' ? texts.searched(words(query), papers.length) : texts.searchFailed(words(query), texts.searchFaults[status]),
    tone: status === 'ok' ? 'plain' : 'bad',
    who: whoOf(state, turn),
  }),
  'paper-read': ({ turn, id }, { state, texts }) => ({
    text: texts.paperRead(words(state.found[id]?.title ?? id)),
    tone: 'plain',
    who: whoOf(state, turn),
  }),
  'paper-add': ({ turn, id }, { state, texts }) => ({
    text: texts.paperAdded(words(state.found[id]?.title ?? id), Object.keys(state.added).length),
    tone: 'good',
    who: whoOf(state, turn),
  }),
  'plan-accept': ({ turn, text }, { state, texts }) => ({ text: texts.plan(words(text, 200)), tone: 'good', who: whoOf(state, turn) }),
  'dataset-search': ({ turn, query, status, datasets }, { state, texts }) => ({
    text:
      status === 'ok'
        ? texts.datasetsSearched(words(query), datasets.length)
        : texts.datasetsFailed(words(query), texts.searchFaults[status]),
    tone: status === 'ok' ? 'plain' : 'bad',
    who: whoOf(state, turn),
  }),
  'dataset-accept': ({ turn, language }, { state, texts }) => ({ text: texts.dataset(language), tone: 'good', who: whoOf(state, turn) }),
  'data-card': ({ turn, card: { source, rows, columns, target, problems } }, { state, texts }) => {
    const told = texts.dataCard(words(source), String(rows), String(columns.length), words(target, 60))
    const [problem] = problems
    if (problem === undefined) return { text: told, tone: 'good', who: whoOf(state, turn) }
    return { text: texts.mind(told, words(problem, 200)), tone: 'ask', who: whoOf(state, turn) }
  },
  'effect-note': ({ turn, outcome, estimate, low, high, unit, paper }, { state, texts }) => ({
    text: texts.effect(words(outcome), `${estimate} ${words(unit, 40)}, ${texts.interval(String(low), String(high))}`, words(paper)),
    tone: 'plain',
    who: whoOf(state, turn),
  }),
  'interpretation-accept': ({ turn, text }, { state, texts }) => ({
    text: texts.interpretation(words(text, 200)),
    tone: 'good',
    who: whoOf(state, turn),
  }),
}
