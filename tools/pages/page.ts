/** A generated file: its path from the root of the repository, and its whole text. */
export type Page = { path: string; text: string }

const notice = '<!-- Written by `npm run generate` from the sources. Change these, not this page. -->'

/** A Markdown page of blocks with an empty line between them. */
export const markdown = (path: string, title: string, blocks: readonly string[]): Page => ({
  path,
  text: `${[notice, `# ${title}`, ...blocks].join('\n\n')}\n`,
})

/** A file of JSON, as it is served, with a line for each value. */
export const json = (path: string, value: object): Page => ({ path, text: `${JSON.stringify(value, null, 2)}\n` })
