import { useCallback, useEffect, useRef, useState } from 'react'
import type { RunSummary } from '../../../../src/transport/lab-control.ts'
import { Refused } from '../../live/rest.ts'
import { useConnection, useRest } from '../../live/use-live.ts'

export type Runs = {
  /** Undefined until the first answer is here; what was known stays when the server is lost. */
  runs: readonly RunSummary[] | undefined
  problem: Refused | undefined
  /** Asks at once: after something was done to a run. */
  refresh: () => void
}

/** How often to ask while something is at work, and while nothing is, in ms. */
const [often, seldom] = [2000, 10_000]

const isAtWork = ({ status }: RunSummary): boolean => status === 'running' || status === 'waiting'

/**
 * The list of runs, asked for again and again while the page is seen. A list is what all processes on the database did, and one
 * short answer every two seconds costs the server less than every entry of every run.
 */
export const useRuns = (): Runs => {
  const rest = useRest()
  const { status } = useConnection()
  const [runs, setRuns] = useState<readonly RunSummary[]>()
  const [problem, setProblem] = useState<Refused>()
  const text = useRef('')
  const asking = useRef<AbortController>(undefined)

  const refresh = useCallback(() => {
    asking.current?.abort()
    const ask = new AbortController()
    asking.current = ask
    rest
      .json<{ runs: RunSummary[] }>('/v1/runs', { signal: ask.signal })
      .then((answer) => {
        setProblem(undefined)
        // The same list is not drawn again.
        const fresh = JSON.stringify(answer.runs)
        if (fresh === text.current) return
        text.current = fresh
        setRuns(answer.runs)
      })
      .catch((error: unknown) => {
        if (error instanceof Refused) setProblem(error)
      })
  }, [rest])

  const wait = runs?.some(isAtWork) ? often : seldom
  // biome-ignore lint/correctness/useExhaustiveDependencies: a connection that is back is a reason to ask.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') refresh()
    }
    look()
    const timer = setInterval(look, wait)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      asking.current?.abort()
    }
  }, [refresh, wait, status])
  return { runs, problem, refresh }
}
