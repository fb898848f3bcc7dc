/** One string of a reply: a `text` of a dialogue, the `code` of a program. `key` is empty when the reply is no JSON object. */
export type ReplyPart = { key: string; text: string }

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '', b: '', f: '' }

/** What the inside of a JSON string stands for, as far as it has come: an unfinished escape at its end is left out. */
const decode = (inner: string): string =>
  inner.replace(/\\(?:u([0-9a-fA-F]{4})|u[0-9a-fA-F]{0,3}$|([^u])|$)/g, (_, code: string | undefined, char: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
    return char === undefined ? '' : (escapes[char] ?? char)
  })

/** A string, closed or still open, with what stands before and after it. Space is bounded, or much of it would take time squared. */
const strings = /([{,]?)\s{0,64}"([^"\\]*(?:\\.[^"\\]*)*)\\?("\s*:|"|$)/gs

/**
 * The strings of a reply with their keys, in order, also while it is still coming. A role answers with one JSON object, so the
 * words that people want to read are among these. A reply that is not one is given whole.
 */
export const replyParts = (reply: string): readonly ReplyPart[] => {
  const open = reply.search(/\{\s*"/)
  if (open < 0) return reply.trim() === '' || reply.trimStart().startsWith('{') ? [] : [{ key: '', text: reply }]
  const parts: ReplyPart[] = []
  let key = ''
  for (const { 0: all, 1: before, 2: inner = '', 3: end = '', index } of reply.slice(open).matchAll(strings)) {
    const last = open + index + all.length === reply.length
    if (end.endsWith(':')) key = decode(inner)
    // At the very end it may yet turn out to be a key.
    else if (!(last && before !== '')) parts.push({ key, text: decode(inner) })
  }
  return parts
}

/** The name of the command in a reply, as soon as it is there. */
const commandOf = (parts: readonly ReplyPart[]): string | undefined => parts.find(({ key }) => key === 'command')?.text

/** Arguments that name something, and are no words of the role: what is meant is told beside them. */
const names: ReadonlySet<string> = new Set(['command', 'id', 'section', 'program', 'decision'])

/** What a person reads of a reply: its words and, apart from them, a program that it holds. The command is told on its own. */
export const spokenOf = (reply: string): { command: string | undefined; words: readonly string[]; code: string | undefined } => {
  const parts = replyParts(reply)
  const command = commandOf(parts)
  const isCode = ({ key }: ReplyPart): boolean => key === 'code' || (command === 'edit-program' && key === 'text')
  const words = parts.filter((part) => !names.has(part.key) && !isCode(part) && part.text.trim() !== '').map(({ text }) => text)
  return { command, words, code: parts.find(isCode)?.text }
}
