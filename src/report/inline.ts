/** Gives the Markdown that stands for a citation of these papers. */
export type Cite = (ids: readonly string[]) => string

/** What a line of Markdown is read as, most binding first. Each alternative is a named group of `token`. */
const token = new RegExp(
  [
    /(?<escaped>\\[!-/:-@[-`{-~])/,
    /(?<code>(?<!`)(?<run>`+)(?!`)[^\n]*?[^`\n]\k<run>(?!`))/,
    /(?<ticks>`+)/,
    /(?<auto><(?<address>https?:\/\/[\w./?#=&%:,;@~+-]+)>)/,
    /(?<tag><(?=[A-Za-z/!?]))/,
    /(?<citation>\[@(?<ids>[^\]\s;]+(?:;\s*@[^\]\s;]+)*)\])/,
    /(?<picture>!\[[^\][<`\\\n]*\]\([\w-][\w./-]*\))/,
    /(?<remote>!(?=\[))/,
    /(?<link>\]\()/,
    /(?<reference>\]:)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)

const safeTarget = /^\s*(?:https?:\/\/|mailto:[^\s&\\:]+[)\s]|#[\w-]*\)|\w[\w./#?=-]*[)\s])/i
const safeReference = /^\s*https?:\/\//i

/** No Markdown reader takes any of this for markup of its own, whether it thinks that it is code or not. */
const inert = (code: string) =>
  code
    .replace(/<(?=[A-Za-z/!?])/g, '&lt;')
    .replace(/!\[/g, '!\\[')
    .replace(/\](?=[(:])/g, ']\\')

const inMath = (before: string, block: boolean) => block || (before.match(/\$/g)?.length ?? 0) % 2 === 1

/**
 * One line of Markdown that a model wrote, outside blocks of code: raw HTML is escaped, pictures from elsewhere become links,
 * targets other than http, https, mailto and files beside the report become text, citations become what `cite` gives.
 * Ticks that open no code within the line are escaped, so that code begins and ends for every reader where it does here; in a
 * line that may be a row of a table not even that is sure, and code is made inert as well.
 */
export const neutraliseLine = (line: string, cite: Cite, mathBlock: boolean): string => {
  const mayBeRow = line.includes('|')
  return line.replace(token, (...match) => {
    const groups = match.at(-1) as Record<string, string | undefined>
    const offset = match.at(-3) as number
    const whole = match[0] as string
    const after = line.slice(offset + whole.length)
    if (groups.code) return mayBeRow ? inert(whole) : whole
    if (groups.ticks) return whole.replace(/`/g, '\\`')
    if (groups.auto) return groups.address ?? ''
    if (groups.tag) return inMath(line.slice(0, offset), mathBlock) ? '< ' : '&lt;'
    if (groups.ids) return cite(groups.ids.split(/;\s*@/))
    if (groups.remote) return '\\!'
    if (groups.link) return safeTarget.test(after) ? whole : ']\\('
    if (groups.reference) return safeReference.test(after) ? whole : ']\\:'
    return whole
  })
}
