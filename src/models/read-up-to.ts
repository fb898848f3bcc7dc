/** The beginning of a body as text, so many bytes of it at most: what never ends must not fill the memory. */
export const readUpTo = async ({ body }: Response, most: number): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const piece of body ?? []) {
    bytes += piece.byteLength
    text += decoder.decode(piece, { stream: true })
    if (bytes >= most) break
  }
  return text
}
