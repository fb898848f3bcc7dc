import { Link } from 'wouter'
import type { AgentSummary } from '../../../../src/transport/lab-control.ts'
import { Section } from '../../parts/section.tsx'
import { AgentFace, useAgentName } from './agent-face.tsx'

const agentHref = (id: string): string => `/agents?agent=${encodeURIComponent(id)}`

/** An id that only repeats the name in small letters says nothing. */
const saysMore = ({ role, id, name }: AgentSummary): boolean => role === null && id.toLowerCase() !== name.toLowerCase()

type AgentListProps = { title: string; note?: string; agents: readonly AgentSummary[]; chosen: string | undefined }

/** One group of agents to choose from; nothing when it is empty. */
export const AgentList = ({ title, note, agents, chosen }: AgentListProps) => {
  const nameOf = useAgentName()
  if (agents.length === 0) return null
  return (
    <Section title={title} note={note}>
      <div className="pick">
        {agents.map((agent) => (
          <Link key={agent.id} href={agentHref(agent.id)} aria-current={agent.id === chosen ? 'true' : undefined}>
            <AgentFace agent={agent} />
            <span className="what">
              {nameOf(agent)}
              {saysMore(agent) && <span className="sub mono">{agent.id}</span>}
            </span>
          </Link>
        ))}
      </div>
    </Section>
  )
}
