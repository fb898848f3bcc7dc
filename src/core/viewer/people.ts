import { phaseNames } from '../names.ts'
import type { Effects } from './entry.ts'
import { idIn, oneOf, stringIn, stringsIn } from './fields.ts'
import { appended, replaced } from './list.ts'
import { marked } from './mark.ts'

export const peopleEffects = {
  'pause-ask': (state, { by }) => ({ ...state, asked: { ...state.asked, pause: stringIn(by) } }),
  'stop-ask': (state, { by }) => ({ ...state, asked: { ...state.asked, stop: stringIn(by) } }),
  'note-add': (state, { by, text, phase }, entry) => {
    const { seq, at } = entry
    const note = { seq, at, by: stringIn(by), text: stringIn(text), phase: oneOf(phase, phaseNames) ?? null }
    return marked({ ...state, notes: appended(state.notes, note) }, entry, 'note', text)
  },
  'question-ask': (state, data, entry) => {
    const id = idIn(data.id)
    if (!id || state.questions.some((question) => question.id === id)) return state
    const { seq, at } = entry
    const options = stringsIn(data.options)
    const question = { id, seq, at, text: stringIn(data.text), options, blocks: data.blocks === true, answer: null }
    return marked({ ...state, questions: appended(state.questions, question) }, entry, 'question', data.text)
  },
  'answer-give': (state, data, { seq, at }) => {
    const answer = { text: stringIn(data.answer), by: stringIn(data.by), seq, at }
    const place = state.questions.findIndex((question) => question.id === data.question && question.answer === null)
    return { ...state, questions: replaced(state.questions, place, (question) => ({ ...question, answer })) }
  },
} satisfies Effects
