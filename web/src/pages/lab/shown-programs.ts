import type { ProgramView } from '../../../../src/core/viewer/viewer-state.ts'

/** How many of the newest programs a tree shows, and of the newest failures; a tree of few more is shown whole. */
const [newest, newestFailures, few] = [40, 60, 20]
/** How many more are shown with each press. */
export const moreAtOnce = 100

/** The lead and those that it came from. */
const lineOf = (programs: readonly ProgramView[], best: string | null): readonly ProgramView[] => {
  const byId = new Map(programs.map((program) => [program.id, program]))
  const line = new Set<ProgramView>()
  let program = best === null ? undefined : byId.get(best)
  while (program && !line.has(program)) {
    line.add(program)
    program = program.parent === null ? undefined : byId.get(program.parent)
  }
  return [...line]
}

/**
 * Which programs of an attempt are drawn, in their order: the lead and those that it came from, what runs, last runs, the newest,
 * and failures. Of the others the newest `more`; `hidden` is how many are left.
 */
export const shownPrograms = (
  programs: readonly ProgramView[],
  best: string | null,
  more: number,
): { shown: readonly ProgramView[]; hidden: number } => {
  const needed = new Set([
    ...lineOf(programs, best),
    ...programs.filter(({ status, operator }) => status === 'running' || operator === 'final'),
    ...programs.filter(({ status }) => status === 'failed').slice(-newestFailures),
    ...programs.slice(-newest),
  ])
  const others = programs.filter((program) => !needed.has(program))
  const left = Math.max(0, others.length - more)
  if (left <= (more === 0 ? few : 0)) return { shown: programs, hidden: 0 }
  const hidden = new Set(others.slice(0, left))
  return { shown: programs.filter((program) => !hidden.has(program)), hidden: left }
}
