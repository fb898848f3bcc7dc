import type { ReactNode } from 'react'
import type { AgentSummary } from '../../../../src/transport/lab-control.ts'
import { useConnection } from '../../live/use-live.ts'
import { Button } from '../../parts/button.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { AgentFace, useAgentName } from './agent-face.tsx'
import { Results } from './results.tsx'
import { type Cycle, type CycleStatus, plainAddress, useCycle } from './use-cycle.ts'
import { agentsWords } from './words.ts'

const Elapsed = ({ cycle: { startedAt, endedAt } }: { cycle: Cycle }) => {
  const { clock } = useFormats()
  const now = useNow(endedAt === null && startedAt !== null ? 500 : null)
  if (startedAt === null) return null
  return <time>{clock(((endedAt ?? now) - startedAt) / 1000)}</time>
}

const CycleError = ({ error }: { error: Cycle['error'] }) => {
  const words = useWords(agentsWords)
  if (error === null) return null
  return (
    <div role="alert">
      <p className="strong">{'told' in error ? error.told : words[error.sentence]}</p>
      {'sentence' in error && error.sentence === 'closed' && <p>{words.closedMeans}</p>}
    </div>
  )
}

const CycleBody = ({ cycle }: { cycle: Cycle }) => {
  const words = useWords(agentsWords)
  const bodies: Readonly<Record<CycleStatus, () => ReactNode>> = {
    idle: () => <p>{words.idle}</p>,
    connecting: () => <p>{words.connecting(plainAddress())}</p>,
    running: () => (
      <p>
        {words.running}
        <span className="caret" aria-hidden="true" />
      </p>
    ),
    completed: () => <Results results={cycle.results} />,
    error: () => <CycleError error={cycle.error} />,
  }
  return <div className="body">{bodies[cycle.status]()}</div>
}

/** One agent, and one cycle of it at a time: idle, connecting, running, completed, error. */
export const AgentPanel = ({ agent }: { agent: AgentSummary }) => {
  const words = useWords(agentsWords)
  const { connection } = useWords()
  const { readOnly } = useConnection()
  const nameOf = useAgentName()
  const { cycle, execute } = useCycle(agent.id)
  const { status } = cycle
  const busy = status === 'connecting' || status === 'running'
  const label: Readonly<Record<CycleStatus, string>> = {
    idle: words.run,
    connecting: words.run,
    running: words.run,
    completed: words.again,
    error: words.retry,
  }
  return (
    <section className={`panel is-${status}`} aria-label={nameOf(agent)}>
      <p className="name">
        <AgentFace agent={agent} />
        <span>
          {nameOf(agent)}
          <span className="id">{agent.id}</span>
        </span>
      </p>
      {agent.description !== '' && <p className="about">{agent.description}</p>}
      <p className={`state ${status}`}>
        <i className={`st ${status}`} aria-hidden="true" />
        <output>{words.states[status]}</output>
        <Elapsed cycle={cycle} />
      </p>
      <CycleBody cycle={cycle} />
      <p className="go">
        <Button kind={busy ? 'outlined' : 'filled'} icon="play" disabled={busy || readOnly} onClick={execute}>
          {label[status]}
        </Button>
        {readOnly && <span className="said">{connection.readOnlyWhy}</span>}
      </p>
      <dl className="facts">
        <dt>{words.model}</dt>
        <dd className="mono">{agent.model}</dd>
        <dt>{words.can}</dt>
        <dd className={agent.actions.length > 0 ? 'mono' : ''}>{agent.actions.join(', ') || words.nothing}</dd>
      </dl>
    </section>
  )
}
