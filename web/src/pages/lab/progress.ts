/** How far a program says that it is, from 0 to 1, and with which words. */
export type Progress = { share: number; text: string }

/** As the helper module of programs writes it: `[50%] half`. */
const line = /^\[(\d{1,3})%\] ?(.*)$/

/** The last progress in what a program printed; undefined when it told none. */
export const progressIn = (printed: string | undefined): Progress | undefined => {
  const found = printed
    ?.trimEnd()
    .split('\n')
    .findLast((told) => line.test(told.trimEnd()))
  const [, percent, text = ''] = line.exec(found?.trimEnd() ?? '') ?? []
  return percent === undefined ? undefined : { share: Math.min(1, Number(percent) / 100), text: text.trim() }
}
