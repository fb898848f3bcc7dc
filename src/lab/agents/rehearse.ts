import type { AgentAction } from '../../agents/actions/action.ts'

/** What works on every machine, without a network and without a run. */
const anywhere: ReadonlySet<string> = new Set(['list_runs', 'search_papers', 'search_datasets'])

/** What an agent chooses in a rehearsal: those of its actions that work everywhere, in their order, each with its example. */
export const rehearsedAnswer = (actions: readonly AgentAction[]): string =>
  JSON.stringify({ actions: actions.filter(({ name }) => anywhere.has(name)).map(({ name, example }) => ({ action: name, ...example })) })
