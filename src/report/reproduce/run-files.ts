/** Files of a run that an archive needs beside what is on the log. */
export type RunFiles = {
  /** Name → text of what lay beside the winner: tables of data, the helper module. */
  beside: Readonly<Record<string, string>>
  /** What predictions of held-out data are scored against: the text of its file, as src/data/hold-out.ts has it. */
  truth: string | undefined
}

/** What a folder of a run means to an archive. Names have no folder in them. */
const helpers = 'report/src/'
const dataOf = (attempt: number): string => `data/${attempt}/`
const truthFile = 'truth.json'

const isHelper = (name: string) => name === 'lab.mjs' || name === 'lab.py'

/** Takes what an archive needs from a run's files, for the attempt that the report is about; `read` gives one as text. */
export const runFilesOf = (names: readonly string[], attempt: number, read: (name: string) => string): RunFiles => {
  const within = (folder: string) =>
    names.filter((name) => name.startsWith(folder)).map((name) => [name.slice(folder.length), read(name)] as const)
  const data = within(dataOf(attempt))
  return {
    beside: Object.fromEntries([...data.filter(([name]) => name !== truthFile), ...within(helpers).filter(([name]) => isHelper(name))]),
    truth: data.find(([name]) => name === truthFile)?.[1],
  }
}
