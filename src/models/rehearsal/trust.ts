import { hashOf } from '../../core/canonical.ts'
import { readSettingsLine, renderDataset, renderInspection, renderProgram } from './render.ts'
import { studyNamed } from './studies/index.ts'
import { type AnyStudy, parseSettings, type Settings } from './studies/study.ts'

type Files = Readonly<Record<string, string>>

const studyOf = (value: unknown): AnyStudy | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  return studyNamed((value as Readonly<Record<string, unknown>>).study)
}

const sameFiles = (files: Files, expected: Files): boolean => {
  const names = Object.keys(files)
  if (names.length !== Object.keys(expected).length) return false
  return names.every((name) => Object.hasOwn(expected, name) && hashOf(files[name] ?? '') === hashOf(expected[name]))
}

/** The sets of files that a rehearsal makes from these settings. */
const renderings = (study: AnyStudy, settings: Settings): Files[] => {
  const dataset = renderDataset(study, settings)
  const mains = (['sound', 'defective'] as const).map((variant) => renderProgram(study, settings, variant))
  return [...mains.map((main) => ({ 'main.mjs': main, 'dataset.mjs': dataset })), { 'main.mjs': renderInspection(study, settings) }]
}

/** Settings of a data set that runs by itself: what it lacks is filled up, because it does not read it. */
const filledUp = (study: AnyStudy, value: unknown): unknown => ({
  ...study.pilot,
  ...(value as object),
  seeds: [0, 1, 2, 3, 4],
})

/** The main.mjs that tries out a data set: importing it is all that it does. */
const loader = "import './dataset.mjs'\n"

const isDataset = (files: Files): boolean => {
  const line = readSettingsLine(files['dataset.mjs'] ?? '')
  const study = studyOf(line)
  if (!study) return false
  const settings = parseSettings(study, filledUp(study, line))
  return settings !== undefined && sameFiles(files, { 'main.mjs': loader, 'dataset.mjs': renderDataset(study, settings) })
}

/**
 * Whether a program is one of rehearsal's own: its settings line is valid under its study's strict schema, and each of
 * its files has the SHA-256 of what the template gives with these settings. Nothing else may run without a sandbox.
 * Files are main.mjs and dataset.mjs, a look at the data alone, or a data set that is only loaded; lab.mjs is the sandbox's
 * and must not be among them.
 */
export const isRehearsalProgram = ({ language, files }: { language: string; files: Files }): boolean => {
  const main = files['main.mjs']
  if (language !== 'javascript' || typeof main !== 'string') return false
  if (main === loader) return isDataset(files)
  const line = readSettingsLine(main)
  const study = studyOf(line)
  if (!study) return false
  const settings = parseSettings(study, line)
  return settings !== undefined && renderings(study, settings).some((expected) => sameFiles(files, expected))
}
