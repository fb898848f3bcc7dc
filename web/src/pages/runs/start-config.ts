/** The fields of the form, as they were typed. */
export type StartForm = {
  topic: string
  model: string
  minutes: string
  money: string
  calls: string
  seed: string
  language: string
  ask: boolean
}
export const emptyForm: StartForm = { topic: '', model: '', minutes: '', money: '', calls: '', seed: '', language: '', ask: false }

/** Field names, as the words that say what is wrong in them. */
export type FieldProblem = 'topic' | 'time' | 'money' | 'calls' | 'seed' | 'language'

/** People write 2.00, 2,00 and 1 000. */
const numberIn = (text: string): number => Number(text.trim().replaceAll(/\s/g, '').replace(',', '.'))
const isEmpty = (text: string): boolean => text.trim() === ''
const isAbove = (text: string): boolean => numberIn(text) > 0 && Number.isFinite(numberIn(text))
const isWhole = (text: string, least: number): boolean => Number.isSafeInteger(numberIn(text)) && numberIn(text) >= least

const checks: Readonly<Record<FieldProblem, (form: StartForm) => boolean>> = {
  topic: ({ topic }) => !isEmpty(topic),
  time: ({ minutes }) => isEmpty(minutes) || isAbove(minutes),
  money: ({ money }) => isEmpty(money) || isAbove(money),
  calls: ({ calls }) => isEmpty(calls) || isWhole(calls, 1),
  seed: ({ seed }) => isEmpty(seed) || isWhole(seed, 0),
  language: ({ language }) => isEmpty(language) || /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language.trim()),
}

/** Which fields cannot be used as they are. */
export const problemsIn = (form: StartForm): ReadonlySet<FieldProblem> =>
  new Set((Object.keys(checks) as FieldProblem[]).filter((field) => !checks[field](form)))

const given = (entries: readonly (readonly [key: string, text: string, value: (text: string) => unknown])[]): Record<string, unknown> =>
  Object.fromEntries(entries.filter(([, text]) => !isEmpty(text)).map(([key, text, value]) => [key, value(text)]))

const trimmed = (text: string): string => text.trim()

/**
 * The settings of a run, nested as in config.yaml; a field that is empty is left out, so config.yaml holds for it.
 * The gates are after a phase: a question after the data is one before the experiments.
 */
export const configFrom = ({ model, minutes, money, calls, seed, language, ask }: StartForm): Record<string, unknown> => {
  const budget = given([
    ['seconds', minutes, (text) => numberIn(text) * 60],
    ['money', money, numberIn],
    ['calls', calls, numberIn],
  ])
  return {
    ...given([
      ['model', model, trimmed],
      ['seed', seed, numberIn],
      ['language', language, trimmed],
    ]),
    ...(Object.keys(budget).length > 0 ? { budget } : {}),
    ...(ask ? { gates: { 'data-preparation': 'ask', 'report-writing': 'ask' } } : {}),
  }
}
