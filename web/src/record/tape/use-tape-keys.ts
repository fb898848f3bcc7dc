import { useMemo } from 'react'
import { useKeys } from '../../parts/keys.ts'
import { useWords } from '../../words/use-words.ts'
import { tapeWords } from './words.ts'

/** Lists the keys of the playhead under `?`. The playhead hears them itself, for they mean something else wherever it has no focus. */
export const useTapeKeys = (): void => {
  const { keys: words } = useWords(tapeWords)
  useKeys(
    useMemo(
      () => ({
        title: words.title,
        keys: [
          { keys: 'ArrowLeft ArrowRight', says: words.entry },
          { keys: 'PageDown PageUp', says: words.far },
          { keys: 'Home', says: words.first },
          { keys: 'End', says: words.last },
          { keys: ' ', says: words.play },
        ],
      }),
      [words],
    ),
  )
}
