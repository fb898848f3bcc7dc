import type { ReactNode } from 'react'
import type { Outcome as RunOutcome } from '../../../src/core/outcome.ts'
import type { RunStatus } from '../../../src/core/run-status.ts'
import { useWords } from '../words/use-words.ts'

/** How a run stands, in one word: its status, or once it has ended its outcome. */
export const standingOf = (status: RunStatus, outcome: RunOutcome | null): Exclude<RunStatus, 'ended'> | RunOutcome['kind'] => {
  if (outcome) return outcome.kind
  return status === 'ended' ? 'stopped' : status
}
export type Standing = ReturnType<typeof standingOf>

/** A mark and a word. `children` stands behind the word: a time, an address. */
export const Outcome = ({ standing, children }: { standing: Standing; children?: ReactNode }) => {
  const { outcomes } = useWords()
  return (
    <span className={`outcome ${standing}`}>
      {outcomes[standing]}
      {children}
    </span>
  )
}
