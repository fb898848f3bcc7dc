/** Where the resources of a run are. A run's name is the name of a folder, so it may hold letters of any script. */
export const uris = {
  runs: 'gal://runs',
  report: (run: string) => `gal://runs/${encodeURIComponent(run)}/report`,
  events: (run: string) => `gal://runs/${encodeURIComponent(run)}/events`,
} as const

/** The file of a run that is its report. */
export const reportFile = 'report/report.md'
