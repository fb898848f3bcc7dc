import type { ReadonlyState, ReadonlyTurn } from '../../../core/state.ts'
import type { Text } from '../../../core/text.ts'
import { readable } from '../readable.ts'
import { words } from '../told.ts'
import { type Tellers, turnOf, untold, whoOf } from './teller.ts'

/** Whether an event of its own already tells what became of a turn. */
const toldAlready = ({ searches, now }: ReadonlyState, id: string, command: string): boolean =>
  command === 'search-datasets' || searches.some(({ turn }) => turn === id) || Object.values(now.programs).some(({ turn }) => turn === id)

const saidBy = (turn: ReadonlyTurn | undefined): string => words(readable(words((turn?.reply ?? '') as Text, 4000)), 200)

export const turnTellers: Tellers<'turn-start' | 'turn-reply' | 'turn-fault' | 'turn-end'> = {
  'turn-start': untold,
  'turn-reply': untold,
  'turn-fault': ({ id, fault }, { state, texts }) => ({
    text: texts.modelFault(words(fault.message, 300)),
    tone: 'bad',
    who: whoOf(state, id),
  }),
  'turn-end': ({ id, command, ok, result, fallback }, { state, texts }) => {
    const who = whoOf(state, id)
    if (command === undefined) return { text: texts.malformed(words(result)), tone: 'bad', who }
    if (fallback) return { text: texts.fallback(command), tone: 'bad', who }
    if (command === 'dialogue') return { text: texts.said(saidBy(turnOf(state, id))), tone: 'plain', who }
    if (ok || toldAlready(state, id, command)) return undefined
    return { text: texts.refused(command, words(result, 200)), tone: 'bad', who }
  },
}
