import { StringDecoder } from 'node:string_decoder'

/** Bytes of a message, in UTF-8, that are told to the log. */
const longest = 2048

const hexOf = (code: number, digits: number): string =>
  code
    .toString(16)
    .padStart(digits, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)

/** A character as it may stand in JSON, in JSON within JSON, or in an address: itself, by its number, or behind backslashes. */
const spellingsOf = (code: number): string => {
  const itself = `\\\\{0,8}\\u${code.toString(16).padStart(4, '0')}`
  const byNumber = `\\\\{1,8}u${hexOf(code, 4)}`
  return code < 0x80 ? `(?:${byNumber}|${itself}|%${hexOf(code, 2)})` : `(?:${byNumber}|${itself})`
}
const spelled = (word: string): string => Array.from({ length: word.length }, (_, at) => spellingsOf(word.charCodeAt(at))).join('')

const token = `(?:${spelled('token')}|${spelled('TOKEN')})`
/** What stands for a token outside of JSON: up to what ends a word, a parameter or a string; escapes by number are part of it. */
const value = String.raw`(?:[^\s&"'#\\,;]|\\{1,8}u[0-9a-f]{4})+`

/** Where a token stands by the look of it, whoever's it is: what leads to it, and what is told in its place. */
const shapes: readonly { found: RegExp; told: string }[] = [
  // A field whose name speaks of a token, as in JSON; names of any sane length.
  { found: new RegExp(String.raw`("[^"]{0,80}${token}[^"]{0,80}"\s{0,40}:\s{0,40})("(?:[^"\\]|\\.)*"?|[^\s,}\]]+)`, 'gi'), told: '$1"…"' },
  { found: new RegExp(String.raw`(${token}\s{0,8}(?:${spelled('=')}|${spelled(':')})\s{0,8})${value}`, 'gi'), told: '$1…' },
  { found: new RegExp(`(gal[.]${token}[.])${value}`, 'gi'), told: '$1…' },
  { found: new RegExp(String.raw`(bearer(?:\s|%20|[+]){1,8})${value}`, 'gi'), told: '$1…' },
]

/** Controls, and what makes a terminal or an editor break or turn a line. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** The beginning of a text, without a piece of a character at its end. */
const headOf = (text: string): string => {
  const bytes = Buffer.from(text)
  return bytes.length > longest ? `${new StringDecoder('utf8').write(bytes.subarray(0, longest))}…` : text
}

/**
 * Makes a raw message fit to stand in a log: without tokens, on one line, at most 2 KiB before controls are escaped.
 * @param secrets the server's own tokens, which are found wherever they stand; empty ones count for nothing
 */
export const createLoggable = (secrets: readonly string[]): ((text: string) => string) => {
  // The longest first: one may begin with another.
  const own = secrets
    .filter((secret) => secret !== '')
    .toSorted((one, other) => other.length - one.length)
    .map((secret) => ({ found: new RegExp(spelled(secret), 'g'), told: '…' }))
  const hidden = [...own, ...shapes]
  return (text) => headOf(hidden.reduce((rest, { found, told }) => rest.replace(found, told), text)).replace(unseen, escaped)
}
