import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useWords } from '../words/use-words.ts'

/** Where an entry of the record is shown. */
export const entryHref = (run: string, seq: number): string => `/runs/${encodeURIComponent(run)}/record#e${seq}`

type EntryNumberProps = {
  run: string
  seq: number
  /** Stands before the number, inside the link: “from”, “p9”. */
  children?: ReactNode
}

/** The quiet link from anything on a page to the entry that tells it. */
export const EntryNumber = ({ run, seq, children }: EntryNumberProps) => {
  const { entry } = useWords()
  return (
    <Link className="no" href={entryHref(run, seq)} title={entry(String(seq))}>
      {children === undefined ? null : <>{children} </>}#{seq}
    </Link>
  )
}
