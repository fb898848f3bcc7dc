import { useCallback, useMemo, useState } from 'react'
import { useKeys } from '../../parts/keys.ts'
import { useWords } from '../../words/use-words.ts'
import { type Chosen, markId } from './paper-context.ts'
import type { Mark } from './text/trace-report.ts'
import { paperWords } from './words.ts'

type Held = { chosen: Chosen; text: string | undefined }

const textOf = (marks: readonly Mark[], chosen: Chosen): string | undefined =>
  chosen.kind === 'number' ? `${marks[chosen.mark]?.title} ${marks[chosen.mark]?.text}` : undefined

/**
 * What is chosen on the page, and the keys that go from number to number. Numbers are known by their place: when a draft
 * changes and another number stands there, it is chosen no more.
 */
export const useChosen = (marks: readonly Mark[]) => {
  const [held, setHeld] = useState<Held>()
  const words = useWords(paperWords)
  const chosen = held && held.text === textOf(marks, held.chosen) ? held.chosen : undefined
  const count = marks.length
  const mark = chosen?.kind === 'number' ? chosen.mark : undefined

  const choose = useCallback((next: Chosen | undefined) => setHeld(next && { chosen: next, text: textOf(marks, next) }), [marks])
  const go = useCallback(
    (step: number) => {
      if (count === 0) return
      const next = mark === undefined ? 0 : (mark + step + count) % count
      choose({ kind: 'number', mark: next })
      document.getElementById(markId(next))?.focus()
    },
    [mark, count, choose],
  )
  const close = useCallback(() => {
    choose(undefined)
    if (mark !== undefined) document.getElementById(markId(mark))?.focus()
  }, [mark, choose])

  useKeys(
    useMemo(
      () => ({
        title: words.keysTitle,
        keys: [
          { keys: 'j', says: words.panel.keys, press: () => go(1) },
          { keys: 'k', says: words.panel.keysBefore, press: () => go(-1) },
          { keys: 'Escape', says: words.panel.close, press: close },
        ],
      }),
      [words, go, close],
    ),
  )
  return { chosen, choose, go, close }
}
