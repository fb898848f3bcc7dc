const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
}

/** XML allows neither the control characters, nor half a surrogate pair, nor anything past Unicode's end. */
const isCharacter = (code: number) =>
  code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff)

const decode = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return named[name] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return isCharacter(code) ? String.fromCodePoint(code) : whole
}

/** Replaces XML's entities, numeric references and the commonest of HTML's; leaves what it does not know as it stands. */
export const decodeEntities = (text: string): string => text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, decode)

/** One line: every run of white space becomes a space. */
export const foldSpace = (text: string): string => text.replace(/\s+/g, ' ').trim()
