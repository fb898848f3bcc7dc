const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '', b: '', f: '' }

/** The characters that a JSON string stands for, as far as it has come: a broken or unfinished escape at its end is left out. */
const decode = (inner: string): string =>
  inner.replace(/\\(?:u([0-9a-fA-F]{4})|u[0-9a-fA-F]{0,3}$|([^u])|$)/g, (_, code: string | undefined, char: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
    return char === undefined ? '' : (escapes[char] ?? char)
  })

const strings = /"((?:[^"\\]|\\.)*)("\s*:|"|$)/gs

/**
 * What a reply says, for people: the values of its strings without keys and braces, also while it is still coming. A reply
 * that is not a JSON object is given as it is.
 */
export const readable = (reply: string): string => {
  const open = reply.indexOf('{"') < 0 ? reply.search(/\{\s*"/) : reply.indexOf('{"')
  if (open < 0) return reply
  const values: { key: string; text: string }[] = []
  let key = ''
  for (const [, inner = '', end = ''] of reply.slice(open).matchAll(strings)) {
    if (end.endsWith(':')) key = decode(inner)
    else values.push({ key, text: decode(inner) })
  }
  return values.filter(({ key: name }) => name !== 'command').map(({ text }) => text).join('\n')
}
