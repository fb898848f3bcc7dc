import type { KeyboardEvent, MouseEvent } from 'react'
import { useWords } from '../../../words/use-words.ts'
import { evidenceId, markId, usePaper } from '../paper-context.ts'
import { paperWords } from '../words.ts'

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** A number of the text that can be traced: a link to its evidence, because a button would break lines around it. All of them are one stop of the tab key; arrows go from one to the next. */
export const NumberMark = ({ mark, text }: { mark: number; text: string }) => {
  const { marks, chosen, choose } = usePaper()
  const { kind: kinds } = useWords(paperWords)
  const kind = marks[mark]?.kind ?? 'unchecked'
  if (kind === 'label') return text
  const current = chosen?.kind === 'number' ? chosen.mark : undefined
  const onClick = (event: MouseEvent) => {
    event.preventDefault()
    choose(current === mark ? undefined : { kind: 'number', mark })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = mark + (steps[event.key] ?? 0)
    if (next === mark || !marks[next]) return
    event.preventDefault()
    choose({ kind: 'number', mark: next })
    document.getElementById(markId(next))?.focus()
  }
  return (
    <a
      href={`#${evidenceId}`}
      id={markId(mark)}
      className={`ev-n ${kind}`}
      aria-current={current === mark ? 'true' : undefined}
      aria-label={`${text}, ${kinds[kind].toLowerCase()}`}
      title={kinds[kind]}
      tabIndex={mark === (current ?? 0) ? 0 : -1}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {text}
    </a>
  )
}
