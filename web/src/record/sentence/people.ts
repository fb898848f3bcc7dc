import { itemsOf } from '../beginning.ts'
import { fill, said } from './fill.ts'
import { named, type Tellers } from './teller.ts'

export const peopleTellers: Tellers<'pause-ask' | 'stop-ask' | 'note-add' | 'question-ask' | 'answer-give'> = {
  'pause-ask': ({ by }, words) => fill(words.pause, { by: said(by).text }),
  'stop-ask': ({ by }, words) => fill(words.stop, { by: said(by).text }),
  'note-add': ({ by, text, phase }, words) =>
    fill(phase === undefined ? words.note : words.noteForPhase, {
      by: said(by).text,
      phase: named(words.phases, phase),
      text: said(text),
    }),
  'question-ask': ({ text, options }, words) => {
    const choices = itemsOf(options).map((option) => said(option, 60).text)
    return fill(choices.length > 0 ? words.choice : words.question, { text: said(text), options: choices.join(' / ') })
  },
  'answer-give': ({ by, answer }, words) => fill(words.answer, { by: said(by).text, answer: said(answer) }),
}
