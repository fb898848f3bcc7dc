import type { ReadonlyState } from '../../../core/state.ts'
import { answerCommand } from '../describe/people.ts'
import type { Line } from '../span.ts'
import type { Texts } from '../texts/index.ts'
import { words } from '../told.ts'
import { wrap } from '../wrap.ts'

/** Questions shown at once; the ones that hold the run come first. */
const most = 2

/** What the run asks of a person, and the command that answers it. */
export const questions = ({ questions: asked, outcome }: ReadonlyState, run: string, texts: Texts, columns: number): Line[] => {
  if (outcome) return []
  const open = Object.values(asked).filter(({ answer }) => !answer)
  const first = open.toSorted((a, b) => Number(b.blocks) - Number(a.blocks)).slice(0, most)
  return first.flatMap(({ id, text, options }): Line[] => {
    const lines = wrap(texts.question(words(text, 400)), columns - 2).slice(0, 2)
    const command = answerCommand(run, words(id), words(options[0] ?? texts.yourWords))
    return [
      ...lines.map((line, place): Line => [{ text: place === 0 ? '! ' : '  ' }, { text: line, style: ['bold', 'yellow'] }]),
      ...wrap(command, columns - 2)
        .slice(0, 3)
        .map((line): Line => [{ text: `  ${line}`, style: 'yellow' }]),
    ]
  })
}
