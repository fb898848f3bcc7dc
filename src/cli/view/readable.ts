const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '', b: '', f: '' }

/** The characters that a JSON string stands for, as far as it has come: a broken or unfinished escape at its end is left out. */
const decode = (inner: string): string =>
  inner.replace(/\\(?:u([0-9a-fA-F]{4})|u[0-9a-fA-F]{0,3}$|([^u])|$)/g, (_, code: string | undefined, char: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
    return char === undefined ? '' : (escapes[char] ?? char)
  })

/** A string, closed or still open, with what stands before and after it. */
const strings = /([{,]?)(\s{0,64})"([^"\\]*(?:\\.[^"\\]*)*)\\?("\s*:|"|$)/gs

/**
 * What a reply says, for people: the values of its strings without keys and braces, also while it is still coming. A reply
 * that is not a JSON object is given as it is. `command` is left out: what it does is told on its own.
 */
export const readable = (reply: string): string => {
  const open = reply.search(/\{\s*"/)
  if (open < 0) return reply.trimStart().startsWith('{') ? '' : reply
  const values: string[] = []
  let key = ''
  for (const { 0: all, 1: before, 3: inner = '', 4: end = '', index } of reply.slice(open).matchAll(strings)) {
    const last = open + index + all.length === reply.length
    if (end.endsWith(':')) key = decode(inner)
    // At the very end it may yet turn out to be a key.
    else if (!(last && before !== '') && key !== 'command') values.push(decode(inner))
  }
  return values.join('\n')
}

/** The command that a reply gives, as soon as its name is complete. */
export const commandIn = (reply: string): string | undefined => /"command"\s*:\s*"([a-z-]{1,40})"/.exec(reply)?.[1]
