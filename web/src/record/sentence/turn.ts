import { beginningOf, fieldOf } from '../beginning.ts'
import { spokenIn } from '../spoken.ts'
import { fill, said } from './fill.ts'
import type { Tellers } from './teller.ts'

/** The command that only carries words says nothing of its own. */
const speech = 'dialogue'

export const turnTellers: Tellers<'turn-start' | 'turn-reply' | 'turn-fault' | 'turn-end'> = {
  'turn-start': ({ ask, told, repairs }, words) =>
    fill(repairs === undefined ? words.asked : words.askedAgain, { ask: said(ask, 80).text, told: said(told) }),
  'turn-reply': ({ text }, words) => {
    const spoken = spokenIn(beginningOf(text).slice(0, 2000))
    const silent = spoken.command === undefined || spoken.command === speech
    return fill(silent ? words.reply : words.replyCommand, { command: spoken.command ?? '', said: said(spoken.said) })
  },
  'turn-fault': ({ fault }, words) => fill(words.modelFault, { why: said(fieldOf(fault, 'message')).text }),
  'turn-end': ({ command, ok, result, fallback }, words) => {
    const name = said(command, 60).text
    if (command === undefined) return fill(words.malformed, { why: said(result).text })
    if (fallback === true) return fill(words.fallback, { command: name })
    if (ok === false) return fill(words.refused, { command: name, why: said(result).text })
    return fill(words.done, { command: name, result: said(result) })
  },
}
