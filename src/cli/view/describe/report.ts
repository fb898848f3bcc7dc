import { charsOf, words } from '../told.ts'
import { type Tellers, whoOf } from './teller.ts'

export const reportTellers: Tellers<'section-write' | 'report-score' | 'readme-write' | 'review-give' | 'refinement-decide'> = {
  'section-write': ({ turn, section, text }, { state, texts }) => ({
    text: texts.section(texts.sections[section], String(charsOf(text))),
    tone: 'plain',
    who: whoOf(state, turn),
  }),
  'report-score': ({ turn, score }, { state, texts }) => ({
    text: (state.now.reportScores.at(-1)?.kept ? texts.reportScore : texts.reportPutBack)(score.toFixed(2)),
    tone: 'plain',
    who: whoOf(state, turn),
  }),
  'readme-write': ({ turn }, { state, texts }) => ({ text: texts.readme, tone: 'plain', who: whoOf(state, turn) }),
  'review-give': ({ turn, form, score }, { state, texts }) => ({
    text: texts.review(score.toFixed(2), texts.decisions[form.decision], words(form.summary)),
    tone: form.decision === 'accept' ? 'good' : 'plain',
    who: whoOf(state, turn),
  }),
  'refinement-decide': ({ turn, decision, why }, { state, texts }) => ({
    text: texts[decision](words(why, 200)),
    tone: decision === 'finish' ? 'good' : 'ask',
    who: whoOf(state, turn),
  }),
}
