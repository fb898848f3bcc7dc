/** Gives a file to the browser to keep. */
export const saveFile = (content: Blob, name: string, page: Document = document): void => {
  const address = URL.createObjectURL(content)
  const link = page.createElement('a')
  link.href = address
  link.download = name.split('/').at(-1) ?? name
  link.click()
  // The browser takes the content when the click is carried out, not before.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
