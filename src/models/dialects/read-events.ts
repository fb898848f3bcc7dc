/** The JSON of each server-sent event of a stream that was checked before. */
export async function* readEvents({ body }: Response): AsyncGenerator<unknown> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of body ?? []) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('data:') && !line.startsWith('data: [DONE]')) yield JSON.parse(line.slice('data:'.length))
  }
}
