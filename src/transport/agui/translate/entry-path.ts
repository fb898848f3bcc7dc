/** Where an entry is served whole, on the same server. */
export const entryPath = (run: string, seq: number): string => `/v1/runs/${encodeURIComponent(run)}/events/${seq}`

/** Where a file of a run is served, by its name on the log. */
export const artifactPath = (run: string, name: string): string =>
  `/v1/runs/${encodeURIComponent(run)}/artifacts/${name.split('/').map(encodeURIComponent).join('/')}`
