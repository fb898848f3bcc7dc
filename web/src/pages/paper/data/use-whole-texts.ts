import { useMemo } from 'react'
import type { Text } from '../../../../../src/core/text.ts'
import type { Rest } from '../../../live/rest.ts'
import type { RunView } from '../../../live/run-view.ts'
import { useRest } from '../../../live/use-live.ts'
import { blobPath } from './run-path.ts'
import { type Loaded, useLoaded } from './use-loaded.ts'

type WithText = { text?: Text; code?: Text }

/** Texts never change once they are stored, so one fetch is enough for as long as the page is open. */
const known = new Map<string, Promise<string>>()

const fetchText = async (run: string, seq: number, whole: RunView['entries']['whole'], rest: Rest): Promise<string> => {
  const { event } = await whole(seq)
  const { text = '', code } = event as WithText
  const stored = code ?? text
  return typeof stored === 'string' ? stored : (await rest.blob(blobPath(run, stored.blob))).text()
}

const textOf = (run: string, seq: number, whole: RunView['entries']['whole'], rest: Rest): Promise<string> => {
  const key = `${run} ${seq}`
  const before = known.get(key)
  if (before) return before
  const text = fetchText(run, seq, whole, rest)
  known.set(key, text)
  // A fetch that failed is tried again by the next who asks.
  text.catch(() => known.delete(key))
  return text
}

/** The whole texts of entries, by seq; undefined until all are here. */
export const useWholeTexts = ({ run, entries: { whole } }: RunView, seqs: readonly number[]): Loaded<ReadonlyMap<number, string>> => {
  const rest = useRest()
  const key = seqs.join(' ')
  const load = useMemo(() => {
    const wanted = key.split(' ').filter(Boolean).map(Number)
    if (wanted.length === 0) return null
    return async () => new Map(await Promise.all(wanted.map(async (seq) => [seq, await textOf(run, seq, whole, rest)] as const)))
  }, [run, whole, rest, key])
  return useLoaded(load)
}
