/** Where a file of a run is fetched, by its name on the log. */
export const addressOf = (run: string, name: string): string =>
  `/v1/runs/${encodeURIComponent(run)}/artifacts/${name.split('/').map(encodeURIComponent).join('/')}`

/** Hands a file to the browser to keep, under the last part of its name. */
export const save = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name.split('/').at(-1) ?? name
  link.click()
  // The browser reads the file after this call has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
