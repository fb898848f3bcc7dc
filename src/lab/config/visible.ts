/** What a terminal could take for a command or a reader could not see, and what would begin a line of its own. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

const escaped = (char: string): string => {
  const json = JSON.stringify(char).slice(1, -1)
  return json === char
    ? [...Array(char.length).keys()].map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')
    : json
}

/** A text from outside as part of one line: characters that nobody would see are escaped as JSON escapes them. */
export const visible = (text: string): string => text.replace(unseen, escaped)
