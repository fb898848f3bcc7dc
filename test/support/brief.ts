/** A rehearsal of every phase once, with one program at a time: for tests that need a run with an end, and not all that it can show. */
export const brief = { 'running-experiments': { rounds: 2, candidates: 1 }, 'report-refinement': { 'ways-back': 0 } }

/** The same, one key each. */
export const briefSets: readonly string[] = Object.entries(brief).flatMap(([phase, settings]) =>
  Object.entries(settings).map(([key, value]) => `phases.${phase}.${key}=${value}`),
)

/** The same, for the command line. */
export const briefFlags: readonly string[] = briefSets.flatMap((set) => ['--set', set])
