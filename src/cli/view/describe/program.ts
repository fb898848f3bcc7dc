import { words } from '../told.ts'
import { type Tellers, whoOf } from './teller.ts'

export const programTellers: Tellers<'program-start' | 'program-end' | 'program-score' | 'reflection-add'> = {
  'program-start': ({ turn, operator, language }, { state, texts }) => ({
    text: texts.programStart(texts.operators[operator], language),
    tone: 'plain',
    who: whoOf(state, turn),
  }),
  'program-end': ({ id, fault, metrics, seconds }, { state, texts }) => {
    const who = whoOf(state, state.now.programs[id]?.turn ?? '')
    const took = seconds.toFixed(1)
    if (fault) return { text: texts.programFailed(took, words(fault.message, 200)), tone: 'bad', who }
    const names = [...new Set(metrics.map(({ name }) => words(name, 40)))]
    const some = names.length > 4 ? [...names.slice(0, 4), '…'] : names
    return { text: texts.programOk(took, metrics.length, some.join(', ')), tone: 'good', who }
  },
  'program-score': ({ turn, score, why }, { state, texts }) => ({
    text: texts.programScore(score.toFixed(2), words(why)),
    tone: 'plain',
    who: whoOf(state, turn),
  }),
  'reflection-add': ({ turn, text }, { state, texts }) => ({
    text: texts.lesson(words(text, 200)),
    tone: 'plain',
    who: whoOf(state, turn),
  }),
}
