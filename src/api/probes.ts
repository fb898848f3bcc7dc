import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type Probed, probed } from '../models/probe.ts'
import { cacheFolder } from './cache-folder.ts'
import type { Machine } from './machine.ts'

type Env = Machine['env']

/**
 * Where it is kept what models can do: in the person's cache, because it belongs to the servers that this machine reaches and
 * not to a folder of runs, and because it can be thrown away and found out again.
 */
const probesFile = (env: Env): string => join(cacheFolder(env), 'models.json')

/** An entry of a model that could not be had tells nothing of it. No such entry is written any more. */
const tells = ({ step, structured }: Probed): boolean => step !== 'none' || structured !== undefined

/** People look at the file: what a terminal obeys, or what turns letters around, is escaped in it, and reads the same. */
const plainJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const kept = z.record(z.string(), z.unknown())

/** What models were seen to do, by name. A cache that is absent or broken is empty. */
export const readProbes = (env: Env): ReadonlyMap<string, Probed> => {
  try {
    const entries = Object.entries(kept.parse(JSON.parse(readFileSync(probesFile(env), 'utf8'))))
    return new Map(
      entries.flatMap(([name, value]) => {
        const { data } = probed.safeParse(value)
        return data && tells(data) ? [[name, data] as const] : []
      }),
    )
  } catch {
    return new Map()
  }
}

/** Keeps what a model was seen to do, and gives the file; or says why it could not be kept. */
export const storeProbe = (env: Env, seen: Probed): { file: string } | { problem: string } => {
  const file = probesFile(env)
  try {
    mkdirSync(dirname(file), { recursive: true })
    const all = Object.fromEntries([...readProbes(env), [seen.model, seen]])
    writeFileSync(`${file}.new`, `${plainJson(all)}\n`)
    renameSync(`${file}.new`, file)
    return { file }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
