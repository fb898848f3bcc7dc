import './agents.css'
import { useSearch } from 'wouter'
import { useConnection } from '../../live/use-live.ts'
import { Problem } from '../../parts/problem.tsx'
import { useWords } from '../../words/use-words.ts'
import { AgentList } from './agent-list.tsx'
import { AgentPanel } from './agent-panel.tsx'
import { useAgents } from './use-agents.ts'
import { useCycles } from './use-cycles.ts'
import { agentsWords } from './words.ts'

/** What can be executed by itself, and the panel of the one that is chosen. */
export const AgentsPage = () => {
  const words = useWords(agentsWords)
  const shared = useWords()
  const { agents, problem } = useAgents()
  const { status } = useConnection()
  const asked = new URLSearchParams(useSearch()).get('agent')

  const configured = agents?.filter(({ role }) => role === null) ?? []
  const roles = agents?.filter(({ role }) => role !== null) ?? []
  const chosen = asked === null ? (configured[0] ?? roles[0]) : agents?.find(({ id }) => id === asked)
  const { cycleOf, execute } = useCycles(chosen?.id)

  if (problem?.status === 401) return <Problem problem={problem} />
  if (problem && !agents && problem.status !== 0)
    return (
      <p className="refused waiting" role="alert">
        {words.problem}: {problem.message}
      </p>
    )
  if (!agents) return <p className="waiting">{shared.loading}</p>
  return (
    <div className="agents">
      <nav aria-label={shared.agents} className={status === 'lost' ? 'stale' : ''}>
        <AgentList title={words.configured} agents={configured} chosen={chosen?.id} />
        <AgentList title={words.roles} note={words.rolesNote} agents={roles} chosen={chosen?.id} />
      </nav>
      <div>
        <div className="head">
          <h1>{words.title}</h1>
          <span className="three small">{words.note}</span>
        </div>
        {chosen && (
          <AgentPanel
            key={chosen.id}
            agent={chosen}
            cycle={cycleOf(chosen.id)}
            onExecute={() => execute(chosen.id)}
            asked={asked !== null}
          />
        )}
        {!chosen && (
          <div className="empty">
            <h2>{asked === null ? words.empty : words.unknown(asked)}</h2>
            <p>{asked === null ? words.emptyMeans : words.choose}</p>
          </div>
        )}
      </div>
    </div>
  )
}
