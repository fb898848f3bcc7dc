import { StringDecoder } from 'node:string_decoder'

/** Bytes of a message, in UTF-8, that are told to the log. */
const longest = 2048

/** A field whose name speaks of a token, as in JSON, and what stands for its value; names of any sane length. */
const tokenField = /("[^"\\]{0,40}token[^"\\]{0,40}"\s{0,40}:\s{0,40})("(?:[^"\\]|\\.)*"?|[^\s,}\]]+)/gi
/** The same in an address. */
const tokenInAddress = /([?&;][\w-]{0,40}token=)[^\s&"'#\\]+/gi

/** Controls, and what makes a terminal or an editor break or turn a line. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/gu

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** The beginning of a text, without a piece of a character at its end. */
const headOf = (text: string): string => {
  const bytes = Buffer.from(text)
  return bytes.length > longest ? `${new StringDecoder('utf8').write(bytes.subarray(0, longest))}…` : text
}

/** A raw message as it may stand in a log: without tokens, on one line, at most 2 KiB before controls are escaped. */
export const loggable = (text: string): string => {
  const told = text.replace(tokenField, '$1"…"').replace(tokenInAddress, '$1…')
  return headOf(told).replace(unseen, escaped)
}
