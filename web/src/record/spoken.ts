const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '', b: '', f: '' }

/** What a JSON string stands for, as far as it is here: an escape that the cut broke is left out. */
const decoded = (inner: string): string =>
  inner.replaceAll(/\\(?:u([0-9a-fA-F]{4})|u[0-9a-fA-F]{0,3}$|([^u])|$)/g, (_, code?: string, char?: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
    return char === undefined ? '' : (escapes[char] ?? char)
  })

const fields = /"([^"\\]{1,60})"\s*:\s*"([^"\\]*(?:\\.[^"\\]*)*)/gs

/** A reply as people read it: the command that it gives and what it says. A reply that is not an object of JSON is all said. */
export type Spoken = { command: string | undefined; said: string }

/** Reads a reply, also one that was cut in the middle: the values of its texts without keys and braces. */
export const spokenIn = (reply: string): Spoken => {
  const open = reply.search(/\{\s*"/)
  if (open < 0) return { command: undefined, said: reply.trim() }
  const found = [...reply.slice(open).matchAll(fields)].map(([, key = '', inner = '']) => ({ key, value: decoded(inner) }))
  return {
    command: found.find(({ key }) => key === 'command')?.value,
    said: found
      .filter(({ key }) => key !== 'command')
      .map(({ value }) => value)
      .join('\n'),
  }
}
