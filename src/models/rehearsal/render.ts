import type { AnyStudy, Settings } from './studies/study.ts'
import { datasetTemplate, inspectionTemplate, programTemplate, randomTemplate } from './templates.ts'

/** `defective` has a real bug in one line and ends with an exit code other than 0: it is there to be repaired. */
export type Variant = 'sound' | 'defective'

const opening = 'const settings = '

/** The first line of every program: the settings with these keys, in the schema's order. */
const settingsLine = (settings: Settings, keys: readonly string[]): string =>
  `${opening}${JSON.stringify(Object.fromEntries(keys.map((key) => [key, settings[key]])))}\n`

/** What the first line of a program sets, not yet validated; undefined when it is no settings line. */
export const readSettingsLine = (code: string): unknown => {
  const [line = ''] = code.split('\n', 1)
  if (!line.startsWith(opening)) return undefined
  try {
    return JSON.parse(line.slice(opening.length))
  } catch {
    return undefined
  }
}

const keysOf = (study: AnyStudy): string[] => Object.keys(study.settings.shape)

const body = (study: AnyStudy, variant: Variant): string => {
  const sound = programTemplate(study.name)
  return variant === 'sound' ? sound : sound.replace(`${study.defect.sound}\n`, () => `${study.defect.broken}\n`)
}

/** The experiment, like all programs without white space at its ends: main.mjs, which imports ./dataset.mjs and ./lab.mjs. Settings must be valid for the study. */
export const renderProgram = (study: AnyStudy, settings: Settings, variant: Variant): string =>
  `${settingsLine(settings, keysOf(study))}\n${body(study, variant)}`.trimEnd()

/** The data set: dataset.mjs, which imports nothing and depends on the settings under dataKeys alone. */
export const renderDataset = (study: AnyStudy, settings: Settings): string =>
  `${settingsLine(settings, ['study', ...study.dataKeys])}\n${randomTemplate()}\n${datasetTemplate(study.name)}`.trimEnd()

/** A first look at the data: a main.mjs, with the data set's code in it, that reports what the first repetition's data hold. */
export const renderInspection = (study: AnyStudy, settings: Settings): string =>
  `${settingsLine(settings, keysOf(study))}\n${randomTemplate()}\n${datasetTemplate(study.name)}\n${inspectionTemplate()}`.trimEnd()

/** The line of the defective program, counted from 1, that has to be replaced, and the text to put there. */
export const repairLine = (study: AnyStudy, settings: Settings): { line: number; text: string } => ({
  line: renderProgram(study, settings, 'defective').split('\n').indexOf(study.defect.broken) + 1,
  text: study.defect.sound,
})
