/** Characters that a terminal obeys, or that turn around what stands beside them; JSON lets them stand as they are. */
const obeyed = /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu

const escaped = (char: string): string =>
  Array.from({ length: char.length }, (_, place) => `\\u${char.charCodeAt(place).toString(16).padStart(4, '0')}`).join('')

/** JSON that may be printed, from JSON: the same value when it is read again. */
export const printableJson = (json: string): string => json.replace(obeyed, escaped)
