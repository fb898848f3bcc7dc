/** Files of a run that an archive needs beside what is on the log. */
export type RunFiles = {
  /** Name → text of what lay beside the winner: tables of data, the helper module. */
  beside: Readonly<Record<string, string>>
  /** Name → text of the data cards. */
  cards: Readonly<Record<string, string>>
  /** What predictions of held-out data are scored against: the text of its file, as src/data/hold-out.ts has it. */
  truth: string | undefined
}

/** What a folder of a run means to an archive. Names have no folder in them. */
const folders = { helper: 'report/src/', beside: 'data/beside/', cards: 'data/cards/' } as const
const truthFile = 'data/truth.json'

const isHelper = (name: string) => name === 'lab.mjs' || name === 'lab.py'

/** Takes what an archive needs from a run's artifacts; `read` gives one as text. */
export const runFilesOf = (names: readonly string[], read: (name: string) => string): RunFiles => {
  const within = (folder: string) =>
    names.filter((name) => name.startsWith(folder)).map((name) => [name.slice(folder.length), read(name)] as const)
  const helper = within(folders.helper).filter(([name]) => isHelper(name))
  return {
    beside: Object.fromEntries([...within(folders.beside), ...helper]),
    cards: Object.fromEntries(within(folders.cards)),
    truth: names.includes(truthFile) ? read(truthFile) : undefined,
  }
}
