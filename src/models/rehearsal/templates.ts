import { readFileSync } from 'node:fs'
import type { StudyName } from './studies/study.ts'

const read = (path: string): string => readFileSync(new URL(`./studies/${path}`, import.meta.url), 'utf8')
const texts = new Map<string, string>()

/** A template's text, read once: `random.mjs.txt`, `neighbours/program.mjs.txt`. */
const template = (path: string): string => {
  const text = texts.get(path) ?? read(path)
  texts.set(path, text)
  return text
}

export const randomTemplate = (): string => template('random.mjs.txt')
export const inspectionTemplate = (): string => template('inspect.mjs.txt')
export const datasetTemplate = (name: StudyName): string => template(`${name}/dataset.mjs.txt`)
export const programTemplate = (name: StudyName): string => template(`${name}/program.mjs.txt`)
