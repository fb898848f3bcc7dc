import { existsSync } from 'node:fs'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { hashOf } from '../core/canonical.ts'
import { fault } from '../core/fault.ts'
import { metric } from '../core/metric.ts'
import type { Program, ProgramResult, RunSettings, Sandbox } from './sandbox.ts'
import { resultFile } from './work-folder.ts'

const programResult = z.strictObject({
  fault: fault.optional(),
  exitCode: z.int().nullable(),
  signal: z.string().nullable(),
  output: z.string(),
  metrics: z.array(metric),
  files: z.array(z.string()),
  seconds: z.number().nonnegative(),
  sandbox: z.string(),
})
const stored = z.strictObject({ program: z.string(), result: programResult })
type Stored = { program: string; result: ProgramResult }

const keyOf = ({ language, files, seeds }: Program, { seconds }: RunSettings) =>
  hashOf({ language, files, seconds, ...(seeds ? { seeds } : {}) })

const parseStored = (text: string): Stored | undefined => {
  try {
    // An optional field that is absent is absent in JSON too, which the schema's type cannot say.
    return stored.safeParse(JSON.parse(text)).data as Stored | undefined
  } catch {
    // Not written to its end, or not by us: as good as not there, and the program is run again.
    return undefined
  }
}

const readStored = async (folder: string): Promise<Stored | undefined> => {
  const path = join(folder, resultFile)
  return existsSync(path) ? parseStored(await readFile(path, 'utf8')) : undefined
}

const syncFolder = async (path: string) => {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

/** Whole or not at all, also when the power fails: the name is given only to what is on the disk. */
const writeStored = async (folder: string, text: string) => {
  const path = join(folder, resultFile)
  // The program may have left something of this name.
  await rm(`${path}.new`, { recursive: true, force: true })
  await writeFile(`${path}.new`, text, { flag: 'wx', flush: true })
  await rename(`${path}.new`, path)
  if (process.platform !== 'win32') await syncFolder(folder)
}

/** Whether the program had its chance: to run it again would cost the same and show nothing new. */
const isFinal = ({ fault }: ProgramResult) => !fault || !['cancelled', 'refused', 'unavailable'].includes(fault.kind)

const isWhole = (folder: string, { files }: ProgramResult) => files.every((name) => existsSync(join(folder, name)))

/**
 * Uses a finished run's result again: the same program with the same time limit in the same folder is not run twice, whatever
 * happened to the driver in between. A run that was cut short is run from the start, in an emptied folder.
 */
export const withResultFile = (sandbox: Sandbox): Sandbox => ({
  async run(program, settings, signal, onOutput) {
    const key = keyOf(program, settings)
    const before = await readStored(settings.folder)
    if (before?.program === key && isWhole(settings.folder, before.result)) return before.result
    const result = await sandbox.run(program, settings, signal, onOutput)
    if (isFinal(result)) await writeStored(settings.folder, JSON.stringify({ program: key, result }))
    return result
  },
})
