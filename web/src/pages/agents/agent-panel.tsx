import { type ReactNode, useEffect, useRef } from 'react'
import type { AgentSummary } from '../../../../src/transport/lab-control.ts'
import { useConnection } from '../../live/use-live.ts'
import { Button } from '../../parts/button.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { AgentFace, useAgentName } from './agent-face.tsx'
import { Results } from './results.tsx'
import { type Cycle, type CycleStatus, plainAddress } from './use-cycles.ts'
import { agentsWords } from './words.ts'

/** In seconds: what is shorter is not measured well from here. */
const shortest = 0.1

const Elapsed = ({ cycle: { startedAt, endedAt } }: { cycle: Cycle }) => {
  const words = useWords(agentsWords)
  const { clock, fixed } = useFormats()
  const now = useNow(endedAt === null && startedAt !== null ? 500 : null)
  if (startedAt === null) return null
  const seconds = Math.max(0, ((endedAt ?? now) - startedAt) / 1000)
  if (endedAt === null || seconds >= 10) return <time>{clock(seconds)}</time>
  // Many a cycle takes less than a second, which a clock would show as nothing.
  return <time>{words.seconds(seconds < shortest ? `< ${fixed(shortest, 1)}` : fixed(seconds, 1))}</time>
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

const CycleBody = ({ cycle, able }: { cycle: Cycle; able: boolean }) => {
  const words = useWords(agentsWords)
  const bodies: Readonly<Record<CycleStatus, () => ReactNode>> = {
    idle: () => <p>{cycle.left ? words.left : words.idle}</p>,
    connecting: () => <p>{words.connecting(plainAddress())}</p>,
    running: () => <p>{words.running}</p>,
    completed: () => <Results results={cycle.results} able={able} />,
    error: () => <CycleError error={cycle.error} />,
  }
  return <div className="body">{bodies[cycle.status]()}</div>
}

/** Below this share of the window, a panel that was just chosen is not seen: on a phone it stands under the list. */
const seenAbove = 0.6
const intoWindow = (panel: HTMLElement | null) => {
  if (panel && panel.getBoundingClientRect().top > innerHeight * seenAbove) panel.scrollIntoView()
}

type AgentPanelProps = { agent: AgentSummary; cycle: Cycle; onExecute: () => void; asked: boolean }

/** One agent, and one cycle of it at a time: idle, connecting, running, completed, error. */
export const AgentPanel = ({ agent, cycle, onExecute, asked }: AgentPanelProps) => {
  const words = useWords(agentsWords)
  const { connection } = useWords()
  const { readOnly } = useConnection()
  const nameOf = useAgentName()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (asked) intoWindow(panel.current)
  }, [asked])
  const { status } = cycle
  const able = agent.actions.length > 0
  const busy = status === 'connecting' || status === 'running'
  const label: Readonly<Record<CycleStatus, string>> = {
    idle: words.run,
    connecting: words.run,
    running: words.run,
    completed: words.again,
    error: words.retry,
  }
  return (
    <section ref={panel} className={`panel is-${status}`} aria-label={nameOf(agent)}>
      <div className="who">
        <p className="name">
          <AgentFace agent={agent} />
          <span>
            {nameOf(agent)}
            <span className="id">{agent.id}</span>
          </span>
        </p>
        {agent.description !== '' && <p className="about">{agent.description}</p>}
      </div>
      <dl className="facts">
        <dt>{words.model}</dt>
        <dd className="mono">{agent.model}</dd>
        <dt>{words.can}</dt>
        <dd className={able ? 'mono' : ''}>{agent.actions.join(', ') || words.nothing}</dd>
      </dl>
      <div className="cycle">
        <div className="go">
          <p className={`state ${status}`}>
            <i className={`st ${status}`} aria-hidden="true" />
            <output>{words.states[status]}</output>
            <Elapsed cycle={cycle} />
          </p>
          <Button kind={busy ? 'outlined' : 'filled'} icon="play" disabled={busy || readOnly} onClick={onExecute}>
            {label[status]}
          </Button>
          {readOnly && <span className="said">{connection.readOnlyWhy}</span>}
        </div>
        <CycleBody cycle={cycle} able={able} />
      </div>
    </section>
  )
}
