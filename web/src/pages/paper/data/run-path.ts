const part = (name: string): string => name.split('/').map(encodeURIComponent).join('/')

/** Where a file of a run is had from. */
export const artifactPath = (run: string, name: string): string => `/v1/runs/${encodeURIComponent(run)}/artifacts/${part(name)}`
export const blobPath = (run: string, blob: string): string => `/v1/runs/${encodeURIComponent(run)}/blobs/${blob}`

/** The report and everything beside it lie in this folder. */
export const reportFolder = 'report/'
export const reportName = `${reportFolder}report.md`
