import { words } from '../told.ts'
import { type Tellers, whoOf } from './teller.ts'

export const programTellers: Tellers<'program-start' | 'program-end' | 'program-score' | 'program-judge' | 'reflection-add'> = {
  'program-start': ({ turn, operator, language }, { state, texts }) => ({
    text: texts.programStart(texts.operators[operator], language),
    tone: 'plain',
    who: whoOf(state, turn),
  }),
  'program-end': ({ id, fault, metrics, seconds, flags = [] }, { state, texts }) => {
    const who = whoOf(state, state.now.programs[id]?.turn ?? '')
    const took = seconds.toFixed(1)
    if (fault) return { text: texts.programFailed(took, words(fault.message, 200)), tone: 'bad', who }
    const names = [...new Set(metrics.map(({ name }) => words(name, 40)))]
    const some = names.length > 4 ? [...names.slice(0, 4), '…'] : names
    const text = texts.programOk(took, metrics.length, some.join(', '))
    if (flags.length === 0) return { text, tone: 'good', who }
    return { text: texts.doubted(text, flags.map(({ why }) => words(why)).join('; ')), tone: 'ask', who }
  },
  'program-score': ({ turn, score, why }, { state, texts }) => ({
    text: texts.programScore(score.toFixed(2), words(why)),
    tone: 'plain',
    who: whoOf(state, turn),
  }),
  'program-judge': ({ program, best, accepted, p, pairs }, { texts }) => {
    const tone = accepted ? 'good' : 'plain'
    if (best === undefined || p === undefined) return { text: texts[accepted ? 'judgedFirst' : 'judgedOut'](words(program)), tone }
    const test = texts.test(p.toFixed(3), pairs)
    return { text: texts[accepted ? 'judgedBetter' : 'judgedNotBetter'](words(program), words(best), test), tone }
  },
  'reflection-add': ({ turn, text }, { state, texts }) => ({
    text: texts.lesson(words(text, 200)),
    tone: 'plain',
    who: whoOf(state, turn),
  }),
}
