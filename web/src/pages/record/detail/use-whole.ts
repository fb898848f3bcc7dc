import { useEffect, useState } from 'react'
import type { StoredEvent } from '../../../../../src/store/event-log.ts'
import type { Entries } from '../../../live/run-view.ts'

/** An entry as it is stored: first as far as it is here, then whole. `why` it could not be fetched, when that is so. */
export type Whole = { entry: StoredEvent | undefined; whole: boolean; why: string | undefined }

export const useWhole = (entries: Entries, seq: number): Whole => {
  const [fetched, setFetched] = useState<{ seq: number; entry?: StoredEvent; why?: string }>()
  const { whole } = entries
  useEffect(() => {
    let wanted = true
    whole(seq).then(
      (entry) => wanted && setFetched({ seq, entry }),
      (problem: unknown) => wanted && setFetched({ seq, why: problem instanceof Error ? problem.message : String(problem) }),
    )
    return () => {
      wanted = false
    }
  }, [whole, seq])
  const mine = fetched?.seq === seq ? fetched : undefined
  return { entry: mine?.entry ?? entries.at(seq), whole: mine?.entry !== undefined, why: mine?.why }
}
