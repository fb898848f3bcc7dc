import { roleNames } from '../../../../src/core/names.ts'
import type { AgentSummary } from '../../../../src/transport/lab-control.ts'
import { AgentMark, RoleMark } from '../../parts/role-mark.tsx'
import { useWords } from '../../words/use-words.ts'

/** An agent's mark: that of its role, or the grey outline of an agent of the configuration. */
export const AgentFace = ({ agent }: { agent: AgentSummary }) => {
  const role = roleNames.find((name) => name === agent.role)
  return role ? <RoleMark role={role} /> : <AgentMark name={agent.name} />
}

/** A role is named in the language chosen; an agent as its configuration says. */
export const useAgentName = (): ((agent: AgentSummary) => string) => {
  const { roles } = useWords()
  return ({ role, name }) => {
    const known = roleNames.find((candidate) => candidate === role)
    return known ? roles[known] : name
  }
}
