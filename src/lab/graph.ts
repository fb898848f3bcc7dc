import { Annotation, END, START, StateGraph } from '@langchain/langgraph'
import type { PhaseName } from '../core/names.ts'
import type { Phase } from '../phases/phase.ts'

const Place = Annotation.Root({ to: Annotation<PhaseName | 'end' | 'halt'>() })

/** More transitions than any run can make: seven phases for each way back, and some. LangGraph's own limit is 25. */
const recursionLimit = 1000

/**
 * Routes from phase to phase: a node for each, entered where the run is, left for where the phase says. It remembers
 * nothing: the log does. `driveTo` gives the next phase, `end` when the run is over, `halt` when the driver let go.
 */
export const route = async (
  phases: readonly Phase[],
  entry: PhaseName | 'end',
  driveTo: (phase: Phase) => Promise<PhaseName | 'end' | 'halt'>,
): Promise<'end' | 'halt'> => {
  const names = phases.map(({ name }) => name)
  const places = Object.fromEntries([...names.map((name) => [name, name]), ['end', END], ['halt', END]])
  const empty = new StateGraph(Place) as unknown as StateGraph<typeof Place.spec, typeof Place.State, typeof Place.Update, string>
  const graph = phases.reduce((built, phase) => built.addNode(phase.name, async () => ({ to: await driveTo(phase) })), empty)
  graph.addConditionalEdges(START, ({ to }) => to, places)
  for (const name of names) graph.addConditionalEdges(name as typeof START, ({ to }) => to, places)
  const { to } = await graph.compile().invoke({ to: entry }, { recursionLimit })
  return to === 'halt' ? 'halt' : 'end'
}
