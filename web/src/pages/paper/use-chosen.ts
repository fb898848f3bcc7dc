import { useCallback, useMemo, useState } from 'react'
import { useKeys } from '../../parts/keys.ts'
import { useWords } from '../../words/use-words.ts'
import { type Chosen, markId } from './paper-context.ts'
import { paperWords } from './words.ts'

/** What is chosen on the page, and the keys that go from number to number. A number that is gone is chosen no more. */
export const useChosen = (count: number) => {
  const [wanted, choose] = useState<Chosen>()
  const words = useWords(paperWords)
  const chosen = wanted?.kind === 'number' && wanted.mark >= count ? undefined : wanted
  const mark = chosen?.kind === 'number' ? chosen.mark : undefined

  const go = useCallback(
    (step: number) => {
      if (count === 0) return
      const next = mark === undefined ? 0 : (mark + step + count) % count
      choose({ kind: 'number', mark: next })
      document.getElementById(markId(next))?.focus()
    },
    [mark, count],
  )
  const close = useCallback(() => {
    choose(undefined)
    if (mark !== undefined) document.getElementById(markId(mark))?.focus()
  }, [mark])

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
