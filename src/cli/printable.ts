/** What a model or a person wrote, safe to print on one line: control characters, escape sequences among them, are shown as symbols. */
export const printable = (text: string): string =>
  [...text.replace(/\s+/g, ' ')].map((char) => (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(char) ? '\u00b7' : char)).join('')
