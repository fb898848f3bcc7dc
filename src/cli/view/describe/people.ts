import { words } from '../told.ts'
import type { Tellers } from './teller.ts'

/** A word of a command line as a person may paste it: in quotes when it needs them. */
const quoted = (text: string): string => `"${text.replaceAll(/(["\\$`])/g, '\\$1')}"`

/** The command that answers a question. */
export const answerCommand = (run: string, question: string, answer: string): string => `gal answer ${run} ${question} ${quoted(answer)}`

export const peopleTellers: Tellers<'pause-ask' | 'stop-ask' | 'note-add' | 'question-ask' | 'answer-give'> = {
  'pause-ask': ({ by }, { texts }) => ({ text: texts.pause(words(by)), tone: 'ask' }),
  'stop-ask': ({ by }, { texts }) => ({ text: texts.stop(words(by)), tone: 'ask' }),
  'note-add': ({ by, text, phase }, { texts }) => ({
    text: phase ? texts.noteForPhase(words(by), texts.phases[phase], words(text)) : texts.note(words(by), words(text)),
    tone: 'ask',
  }),
  'question-ask': ({ id, text, options }, { run, texts }) => {
    const shown = options.length ? ` (${options.map((option) => words(option)).join(' / ')})` : ''
    const command = answerCommand(run, words(id), words(options[0] ?? texts.yourWords))
    return { text: `${texts.question(words(text, 400))}${shown}`, tone: 'ask', command }
  },
  'answer-give': ({ by, answer }, { texts }) => ({ text: texts.answered(words(by), words(answer)), tone: 'ask' }),
}
