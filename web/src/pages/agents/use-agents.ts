import { useEffect, useState } from 'react'
import type { AgentSummary } from '../../../../src/transport/lab-control.ts'
import { Refused } from '../../live/rest.ts'
import { useConnection, useRest } from '../../live/use-live.ts'

/** What can be executed by itself: undefined until the answer is here; asked again when a lost server is back. */
export const useAgents = (): { agents: readonly AgentSummary[] | undefined; problem: Refused | undefined } => {
  const rest = useRest()
  const { status } = useConnection()
  const [agents, setAgents] = useState<readonly AgentSummary[]>()
  const [problem, setProblem] = useState<Refused>()
  useEffect(() => {
    if (status === 'lost') return
    const ask = new AbortController()
    rest
      .json<{ agents: AgentSummary[] }>('/v1/agents', { signal: ask.signal })
      .then((answer) => {
        setAgents(answer.agents)
        setProblem(undefined)
      })
      .catch((error: unknown) => {
        if (error instanceof Refused) setProblem(error)
      })
    return () => ask.abort()
  }, [rest, status])
  return { agents, problem }
}
