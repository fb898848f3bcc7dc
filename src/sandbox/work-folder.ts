import { chmod, copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { labFiles, limitsFile, seedsFile } from './lab-module/files.ts'
import type { Language, Program } from './sandbox.ts'

export const mainFile: Record<Language, string> = { javascript: 'main.mjs', python: 'main.py' }
/** The helper that lies beside each program. */
const labFile: Record<Language, string> = { javascript: 'lab.mjs', python: 'lab.py' }
/** What the helper writes to. */
export const metricsFile = 'metrics.jsonl'
/** What came of the run that ended in this folder: see with-result-file.ts. */
export const resultFile = 'result.json'

const labModule = fileURLToPath(new URL('./lab-module/', import.meta.url))
/** Names that a program's own files cannot have, and that are not among what it left. */
export const reservedFiles: readonly string[] = [...Object.values(labFile), ...labFiles, metricsFile, resultFile]

const checkNames = ({ language, files }: Program) => {
  const bad = Object.keys(files).find((name) => !/^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name) || reservedFiles.includes(name))
  if (bad !== undefined) throw new Error(`a program cannot have a file named ${bad}`)
  if (files[mainFile[language]] === undefined) throw new Error(`a program in ${language} needs a file ${mainFile[language]}`)
}

/**
 * Makes the folder hold the program and the helper, and nothing else: a run that was cut short leaves no trace in the next. While it runs no
 * other user may enter, or a file that the program makes setuid would be that user's to start.
 */
export const prepareFolder = async (folder: string, program: Program, seconds?: number): Promise<void> => {
  checkNames(program)
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
  for (const [name, text] of Object.entries(program.files)) await writeFile(join(folder, name), text)
  const helper = labFile[program.language]
  await copyFile(join(labModule, helper), join(folder, helper))
  if (program.seeds) await writeFile(join(folder, seedsFile), `${JSON.stringify(program.seeds)}\n`)
  // Last, for the helper counts the time from when this was written.
  if (seconds !== undefined) await writeFile(join(folder, limitsFile), `${JSON.stringify({ seconds })}\n`)
}
